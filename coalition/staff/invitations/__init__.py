"""How does somebody new come in?"""
