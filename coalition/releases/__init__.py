"""What goes public together?"""
