"""What is the Coalition?"""
