"""How does somebody tell us of a weakness?"""
