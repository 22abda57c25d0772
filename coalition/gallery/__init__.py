"""How does each component look, in each of its states?"""
