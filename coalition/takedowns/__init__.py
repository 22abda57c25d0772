"""What was taken away, and is it really gone?"""
