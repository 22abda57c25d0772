"""What has the Coalition reported, and where does one find it?"""
