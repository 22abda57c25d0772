"""What surrounds every page of a language?"""
