"""How do posts come home from the archives of other networks?"""
