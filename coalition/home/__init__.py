"""What leads the site in each language?"""
