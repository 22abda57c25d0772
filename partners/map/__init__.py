"""Where in the world are the partners?"""
