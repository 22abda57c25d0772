"""Which pages answer a reader's words?"""
