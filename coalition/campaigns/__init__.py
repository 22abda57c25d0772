"""Which campaigns does the Coalition run?"""
