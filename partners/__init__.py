"""Who are the Coalition's partners, on any day?"""
