"""How often is each page read?"""
