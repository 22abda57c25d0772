"""Where is somebody signed in, and for how long?"""
