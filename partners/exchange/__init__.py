"""How does the register travel in a file?"""
