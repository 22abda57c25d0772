"""Which pictures, documents and videos do we have, and how are they shown?"""
