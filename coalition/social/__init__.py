"""What has the Coalition posted elsewhere?"""
