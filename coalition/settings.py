"""Every setting, read from the environment; production unless DEBUG=1."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.utils.translation import gettext_lazy as _

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
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[SITE_HOST])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
ADMIN_PATH = env.str("ADMIN_PATH", default="admin/")

ROOT_URLCONF = "coalition.urls"
WSGI_APPLICATION = "coalition.wsgi.application"

INSTALLED_APPS = [
    "coalition.gallery",
    "coalition.home",
    "news",
    "partners",
    "coalition.about",
    "coalition.campaigns",
    "coalition.social",
    "coalition.search",
    "coalition.contact",
    "coalition.consent",
    "coalition.statistics",
    "coalition.cards",
    "coalition.sitewide",
    "coalition.releases",
    "coalition.translations",
    "coalition.pages",
    "coalition.facts",
    "coalition.media",
    "coalition.staff",
    "coalition.delivery",
    "coalition.demo",
    "coalition.desk",
    "cookie_consent",
    "wagtail.contrib.redirects",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.locales",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "coalition.delivery.headers.HeadersMiddleware",
    "coalition.delivery.health.AnswerProbes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "coalition.delivery.requests.RefuseControlCharacters",
    "coalition.facts.memory.RememberFacts",
    "coalition.pages.only_site.KnowTheSite",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "coalition.pages.languages.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "coalition.releases.foresight.ForeseeReleases",
    "coalition.consent.middleware.ForgetOutdatedAnswers",
    "cookie_consent.middleware.CleanCookiesMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

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
            # back: psycopg's own patience is 30 seconds and five minutes.
            "pool": {"timeout": 1, "reconnect_timeout": 1},
            "options": "-c statement_timeout=10s -c lock_timeout=4s"
            " -c idle_in_transaction_session_timeout=15s",
        },
    }[DATABASES["default"]["ENGINE"]]
)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": env.cache_url("CACHE_URL", default=f"filecache://{VAR_DIR}/cache"),
    # Lists bring their renditions along; kept ones would only hide where one forgot to.
    "renditions": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"},
}

# Where finished pages lie, for the door in front of Django and for a web server; empty, nowhere.
PAGE_STORE = env.str("PAGE_STORE", default="" if DEBUG else str(VAR_DIR / "pages"))

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))()
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "coalition.storage.StylesheetFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = env.path("MEDIA_ROOT", default=str(VAR_DIR / "media"))()
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": env.str(
            "STATICFILES_STORAGE",
            default="django.contrib.staticfiles.storage.StaticFilesStorage"
            if DEBUG
            else "whitenoise.storage.CompressedManifestStaticFilesStorage",
        )
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
FILE_UPLOAD_PERMISSIONS = 0o644

# --- Languages -----------------------------------------------------------------------------------

USE_I18N = True
WAGTAIL_I18N_ENABLED = True
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("fr", _("French")), ("ar", _("Arabic"))]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "coalition" / "locale"]
USE_TZ = True
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
# In which languages a story also gives its day in the Islamic calendar: "ar".
HIJRI_LANGUAGES = env.list("HIJRI_LANGUAGES", default=[])

# --- Staff ---------------------------------------------------------------------------------------

AUTH_USER_MODEL = "staff.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# The demo's staff sign in with it; empty, `seed` makes one and prints it.
SEED_PASSWORD = env.str("SEED_PASSWORD", default="")
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"

# --- Safety --------------------------------------------------------------------------------------

# The Content-Security-Policy says who may frame us.
SILENCED_SYSTEM_CHECKS = ["security.W002"]
SECURE_SSL_REDIRECT = SITE_IS_SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if SITE_IS_SECURE else None
SECURE_HSTS_SECONDS = 63072000 if SITE_IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SITE_IS_SECURE
SECURE_HSTS_PRELOAD = SITE_IS_SECURE
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_NAME = "__Host-session" if SITE_IS_SECURE else "session"
SESSION_COOKIE_SECURE = SITE_IS_SECURE
SESSION_COOKIE_AGE = 8 * 60 * 60
CSRF_COOKIE_NAME = "__Host-csrf" if SITE_IS_SECURE else "csrf"
CSRF_COOKIE_SECURE = SITE_IS_SECURE
CSRF_COOKIE_HTTPONLY = False  # Wagtail's admin scripts read it.

# --- Consent -------------------------------------------------------------------------------------

COOKIE_CONSENT_SECURE = SITE_IS_SECURE
COOKIE_CONSENT_HTTPONLY = False  # Our script reads it so that the server need not.
# Six months, then we ask again.
COOKIE_CONSENT_MAX_AGE = env.int("CONSENT_DAYS", default=182) * 24 * 60 * 60
# As long as somebody may ask us to prove what was agreed to.
RECEIPT_DAYS = env.int("RECEIPT_DAYS", default=3 * 365)
COOKIE_CONSENT_LOG_ENABLED = False  # Its rows prove nothing and grow with every visitor.

# Counts how often pages are handed out, by day, without a cookie and without a word of who read.
COUNT_PAGES = env.bool("COUNT_PAGES", default=False)

# --- Mail and logs -------------------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"newsroom@{SITE_HOST}")
# Who answers what readers write: "press=press@…,press-ar=press.ar@…", by subject and language.
CONTACT_ADDRESSES = env.dict("CONTACT_ADDRESSES", default={})
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default=DEFAULT_FROM_EMAIL)
CONTACT_RETENTION_DAYS = env.int("CONTACT_RETENTION_DAYS", default=180)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}

# --- Feeds ---------------------------------------------------------------------------------------

# The hub that tells subscribers of our feeds at once (WebSub); without one they ask now and then.
WEBSUB_HUB = env.str("WEBSUB_HUB", default="")

# --- Wagtail -------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "The Global Coalition"
WAGTAILADMIN_BASE_URL = SITE_URL
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_DOCUMENT_MODEL = "media.DocumentFile"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        # PostgreSQL's own English would drop “after” and “on” from French and Arabic questions too.
        "SEARCH_CONFIG": "simple",
    }
}
# Nothing is fetched from another machine before the embeds room can do it safely.
WAGTAILEMBEDS_FINDERS = []
