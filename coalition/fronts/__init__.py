"""Which caches stand in front of us, and do they know what has changed?"""
