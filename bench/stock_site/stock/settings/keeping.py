"""The same with wagtail-cache, as its manual says."""

from .production import *  # noqa: F403, TID252 - as the settings that `wagtail start` writes.

INSTALLED_APPS = [*INSTALLED_APPS, "wagtailcache"]  # noqa: F405 - from there.
MIDDLEWARE = [
    "wagtailcache.cache.UpdateCacheMiddleware",
    *MIDDLEWARE,  # noqa: F405 - from there.
    "wagtailcache.cache.FetchFromCacheMiddleware",
]
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": BASE_DIR / "cache",  # noqa: F405 - from there.
        "KEY_PREFIX": "wagtailcache",
        "TIMEOUT": 4 * 60 * 60,
    }
}
