"""Which pictures, documents and videos do we have?"""
