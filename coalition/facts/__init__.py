"""Which numbers may prose quote, and what is their value on a day?"""
