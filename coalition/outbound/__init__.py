"""How do we ask other people's servers?"""
