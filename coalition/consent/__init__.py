"""What did a visitor agree to?"""
