"""What did browsers refuse to do on our pages?"""
