"""The site's settings for tests: the same for everyone, quick, and nothing leaves the process."""

import os

os.environ |= {
    "DEBUG": "0",
    "SECRET_KEY": "no-secret-because-it-guards-only-what-tests-make-up",
    "SITE_URL": "http://testserver",
    "CACHE_URL": "locmemcache://",
    "EMAIL_URL": "memorymail://",
    "PAGE_STORE": "",
    "STATICFILES_STORAGE": "django.contrib.staticfiles.storage.StaticFilesStorage",
}
# The suite runs on whichever database this names; in memory if none is named.
os.environ.setdefault("DATABASE_URL", "sqlite://:memory:")

from coalition.settings import *  # noqa: F403 - the environment comes first.

# Hashing slowly is for real passwords.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# Static files are not collected for tests: WhiteNoise finds them where they are written.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
