"""Every setting that the environment decides; production unless DEBUG=1."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.utils.translation import gettext_lazy as _

from coalition import installed, public_only
from coalition.constants import *  # noqa: F403 - what no environment changes.

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)

# The address visitors see. Its scheme decides about secure cookies, HSTS and the HTTPS redirect.
SITE_URL = env.str("SITE_URL", default="http://127.0.0.1:8000" if DEBUG else environ.Env.NOTSET)
SITE_HOST = urlsplit(SITE_URL).hostname
SITE_IS_SECURE = urlsplit(SITE_URL).scheme == "https"

# A missing secret stops the start: it has no default outside DEBUG.
SECRET_KEY = env.str("SECRET_KEY", default="only-for-debugging" if DEBUG else environ.Env.NOTSET)
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
# A host of its own for the back office, and what nobody can sign in to.
ADMIN_HOST = env.str("ADMIN_HOST", default="")
PUBLIC_ONLY = env.bool("PUBLIC_ONLY", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[*filter(None, [SITE_HOST, ADMIN_HOST])])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
ADMIN_PATH = env.str("ADMIN_PATH", default="admin/")

ROOT_URLCONF = public_only.address_map(PUBLIC_ONLY)
WSGI_APPLICATION = "coalition.wsgi.application"

INSTALLED_APPS = public_only.chosen(installed.APPS, PUBLIC_ONLY)
MIDDLEWARE = public_only.chosen(installed.MIDDLEWARE, PUBLIC_ONLY)
TEMPLATES = installed.TEMPLATES
FORM_RENDERER = installed.FORM_RENDERER

# --- Storage -------------------------------------------------------------------------------------

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR}/site.sqlite3")}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DATABASES["default"].setdefault("OPTIONS", {}).update(
    {
        "django.db.backends.sqlite3": {
            # Take the write lock when a transaction begins: two editors wait for each other
            # instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        "django.db.backends.postgresql": {
            # A request gives up on a lost database at once, and finds it again as soon as it is
            # back: psycopg's own patience is 30 seconds and five minutes. A process has four
            # threads for requests, and a few more that work behind them.
            "pool": {"min_size": 2, "max_size": 10, "timeout": 1, "reconnect_timeout": 1},
            "options": "-c statement_timeout=10s -c lock_timeout=4s"
            " -c idle_in_transaction_session_timeout=15s"
            # It would compile a statement for half a second that takes milliseconds.
            " -c jit=off",
        },
    }[DATABASES["default"]["ENGINE"]]
)

# Redis may fail or hang, and no page with it.
environ.Env.CACHE_SCHEMES["redis"] = "coalition.delivery.cache.SparingCache"
CACHE_URL = public_only.cache_address(env.str("CACHE_URL", default=""), PUBLIC_ONLY)
CACHES = {
    "default": env.cache_url_config(CACHE_URL or f"filecache://{VAR_DIR}/cache"),
    # What each process keeps for itself; see `delivery/kept.py`.
    "kept": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "kept",
        "OPTIONS": {"MAX_ENTRIES": 500},
    },
    # Lists bring their renditions along; kept ones would only hide where one forgot to.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

# Where finished pages lie, for the door in front of Django: a folder, from which a web server may
# hand them out too, or the address of a Redis that several machines share; empty, nowhere.
PAGE_STORE = env.str("PAGE_STORE", default="" if DEBUG else str(VAR_DIR / "pages"))
# How many of them a folder has at the most, at some 100 kB each; for a Redis, see its `maxmemory`.
PAGE_STORE_PAGES = env.int("PAGE_STORE_PAGES", default=20_000)

# How many requests a process answers at once, as Granian is told (see `serving.py`): one of these
# threads is always left to hand out pages. Of other servers nobody knows.
BLOCKING_THREADS = env.int("GRANIAN_BLOCKING_THREADS", default=0)

# Caches in front of us that are told what has changed: varnish://HOST:PORT,
# cloudflare://ZONE?token=…, fastly://SERVICE?key=…, each with a comma after it but the last.
FRONT_CACHES = env.list("FRONT_CACHES", default=[])

STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))()
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))()
STORAGES = {
    "default": {"BACKEND": "coalition.media.storage.WholeFiles"},
    "staticfiles": {
        "BACKEND": env.str(
            "STATICFILES_STORAGE",
            default="django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage",
        )
    },
}

# --- Languages -----------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French")), ("ar", _("Arabic"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "coalition" / "locale"]
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
# In which languages a story also gives its day in the Islamic calendar: "ar".
HIJRI_LANGUAGES = env.list("HIJRI_LANGUAGES", default=[])

# --- Staff ---------------------------------------------------------------------------------------

# A file of SHA-1 sums in order, as Have I Been Pwned gives it away; without one, only the 20,000
# commonest passwords are known.
BREACHED_PASSWORDS = env.str("BREACHED_PASSWORDS", default="")
# Lets people in by a password alone; refused wherever anybody else could reach the site.
DEMO_WITHOUT_SECOND_FACTOR = env.bool("DEMO_WITHOUT_SECOND_FACTOR", default=False)
# The demo's staff sign in with it; empty, `seed` makes one and prints it.
SEED_PASSWORD = env.str("SEED_PASSWORD", default="")
WAGTAIL_FRONTEND_LOGIN_URL = f"/{ADMIN_PATH}login/"

# --- Safety --------------------------------------------------------------------------------------

SECURE_SSL_REDIRECT = SITE_IS_SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SITE_IS_SECURE else None
SECURE_HSTS_SECONDS = 63072000 if SITE_IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SITE_IS_SECURE
SECURE_HSTS_PRELOAD = SITE_IS_SECURE
SESSION_COOKIE_NAME = "__Host-session" if SITE_IS_SECURE else "session"
SESSION_COOKIE_SECURE = SITE_IS_SECURE
# Of browsers in which somebody has signed in before.
KNOWN_DEVICE_COOKIE_NAME = "__Host-known-device" if SITE_IS_SECURE else "known-device"
CSRF_COOKIE_NAME = "__Host-csrf" if SITE_IS_SECURE else "csrf"
CSRF_COOKIE_SECURE = SITE_IS_SECURE

# --- Consent -------------------------------------------------------------------------------------

# `consent-bar.js` knows both.
COOKIE_CONSENT_NAME = "__Host-cookie_consent" if SITE_IS_SECURE else "cookie_consent"
COOKIE_CONSENT_SECURE = SITE_IS_SECURE
# Six months, then we ask again.
COOKIE_CONSENT_MAX_AGE = env.int("CONSENT_DAYS", default=182) * 24 * 60 * 60
# As long as somebody may ask us to prove what was agreed to; the database refuses to forget a year.
RECEIPT_DAYS = max(365, env.int("RECEIPT_DAYS", default=3 * 365))

# Counts by day how often the site hands out stored pages, without a cookie and without a word of
# who read; the registry of cookies says so under `page-counts`. What nginx, a cache or a browser
# shows by itself is not among them: see docs/operating.md.
COUNT_PAGES = env.bool("COUNT_PAGES", default=False)

# --- Mail and logs -------------------------------------------------------------------------------

# Letters open accounts, and repeat what readers wrote: only the screen of a developer shows them.
unnamed = "consolemail://" if DEBUG else environ.Env.NOTSET
mail_server = env.email_url("EMAIL_URL", public_only.mail_address(unnamed, PUBLIC_ONLY))
vars().update(mail_server)
# Whoever saves waits for no server: what is mailed is kept, and the clock hands it over.
MAIL_SERVER_BACKEND = mail_server["EMAIL_BACKEND"]
EMAIL_BACKEND = "coalition.staff.letters.waiting.WaitingMail"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="") or f"newsroom@{SITE_HOST}"
# Who answers what readers write: "press=press@…,press-ar=press.ar@…", by subject and language.
CONTACT_ADDRESSES = env.dict("CONTACT_ADDRESSES", default={})
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default="") or DEFAULT_FROM_EMAIL
CONTACT_RETENTION_DAYS = env.int("CONTACT_RETENTION_DAYS", default=180)
# How long the log of the back office is kept; the database itself refuses to forget a year.
AUDIT_DAYS = max(365, env.int("AUDIT_DAYS", default=3 * 365))
# What security.txt says, or a clear-signed file that says it; see SECURITY.md.
SECURITY_CONTACTS = env.list("SECURITY_CONTACTS", default=[]) or [f"mailto:{CONTACT_EMAIL}"]
SECURITY_POLICY = env.str("SECURITY_POLICY", default="")
SECURITY_TXT = env.str("SECURITY_TXT", default="")
SECURITY_TXT_EXPIRES = env.str("SECURITY_TXT_EXPIRES", default="")

# --- Feeds ---------------------------------------------------------------------------------------

# The hub that tells subscribers of our feeds at once (WebSub); without one they ask now and then.
WEBSUB_HUB = env.str("WEBSUB_HUB", default="")

# --- Wagtail -------------------------------------------------------------------------------------

WAGTAILADMIN_BASE_URL = f"{urlsplit(SITE_URL).scheme}://{ADMIN_HOST or urlsplit(SITE_URL).netloc}"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
