"""What does a file tell that nobody meant to publish?"""
