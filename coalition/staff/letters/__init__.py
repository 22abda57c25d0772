"""What do we write to those who work here?"""
