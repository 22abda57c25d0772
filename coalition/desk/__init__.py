"""What needs an editor's eye?"""
