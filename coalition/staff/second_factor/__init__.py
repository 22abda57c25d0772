"""Has whoever is signed in shown a second proof of who they are?"""
