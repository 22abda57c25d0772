"""What may machines read of the register?"""
