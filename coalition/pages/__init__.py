"""What is every page made of?"""
