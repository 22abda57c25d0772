"""What do readers write to us?"""
