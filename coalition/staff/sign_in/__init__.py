"""Who may try to sign in, and how often?"""
