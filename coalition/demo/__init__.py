"""What does the site look like with the Coalition of May 2020 in it?"""
