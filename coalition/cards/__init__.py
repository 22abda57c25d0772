"""How does a page look where somebody shares it?"""
