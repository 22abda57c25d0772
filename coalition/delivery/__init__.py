"""How does a finished page reach visitors fast and safely?"""
