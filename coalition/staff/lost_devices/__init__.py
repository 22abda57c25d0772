"""What if somebody has lost their second factor?"""
