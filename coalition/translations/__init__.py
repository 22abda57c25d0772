"""Which pages wait for a translator?"""
