"""What does a page cost beside a plain file, and beside a stock Wagtail site?"""
