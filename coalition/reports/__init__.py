"""How do lists reach those who work here, on the screen and as files?"""
