"""Where did somebody type a number that a fact knows?"""
