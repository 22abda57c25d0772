"""What waits for a translator?"""
