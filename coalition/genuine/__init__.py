"""Are these words really ours?"""
