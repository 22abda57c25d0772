"""Every setting, read from the environment; production unless DEBUG=1."""

from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import available_timezones

import environ
from django.utils.translation import gettext_lazy as _

from coalition import public_only

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

INSTALLED_APPS = [
    "coalition.gallery",
    "coalition.genuine",
    "coalition.home",
    "news",
    "partners",
    "coalition.about",
    "coalition.campaigns",
    "coalition.social",
    "coalition.search",
    "coalition.contact",
    "coalition.takedowns",
    "coalition.consent",
    "coalition.statistics",
    "coalition.violations",
    "coalition.cards",
    "coalition.disclosure",
    "coalition.sitewide",
    "coalition.releases",
    "coalition.translations",
    "coalition.pages",
    "coalition.facts",
    "coalition.fronts",
    "coalition.media",
    "coalition.staff",
    "coalition.delivery",
    "coalition.audit",
    "coalition.reports",
    "coalition.demo",
    "coalition.desk",
    "cookie_consent",
    "allauth.account",
    "coalition.staff.without_a_door.WithoutADoor",
    "allauth.mfa",
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
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]
INSTALLED_APPS = public_only.chosen(INSTALLED_APPS, PUBLIC_ONLY)

MIDDLEWARE = [
    "coalition.delivery.headers.HeadersMiddleware",
    "coalition.delivery.health.AnswerProbes",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "coalition.delivery.requests.RefuseNonsense",
    "coalition.delivery.hosts.KeepHostsApart",
    "coalition.delivery.hosts.EverybodyIsAVisitor",
    "coalition.delivery.told_tags.TellTags",
    "coalition.facts.memory.RememberFacts",
    "coalition.pages.only_site.KnowTheSite",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "coalition.pages.languages.LanguageOfAddress",
    "django.middleware.common.CommonMiddleware",
    "coalition.delivery.light.choice.LetPicturesWait",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "coalition.staff.second_factor.middleware.RequireSecondFactor",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "coalition.audit.middleware.WatchTheBackOffice",
    "coalition.releases.foresight.ForeseeReleases",
    "coalition.consent.middleware.ForgetOutdatedAnswers",
    "cookie_consent.middleware.CleanCookiesMiddleware",
    "coalition.takedowns.middleware.SayWhatIsGone",
    "coalition.pages.redirects.FollowRedirects",
    "coalition.pages.closed_doors.CloseDoors",
    "coalition.pages.newer_version.KeepNewerVersion",
    "coalition.pages.still_used.KeepWhatIsUsed",
    "coalition.pages.unfinished.KeepTheUnfinished",
]
MIDDLEWARE = public_only.chosen(MIDDLEWARE, PUBLIC_ONLY)

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

# Widgets of forms are templates like any other, so that ours come first.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

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
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

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

STATIC_URL = "/static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(VAR_DIR / "static"))()
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "coalition.storage.JoinedFilesFinder",
]
MEDIA_URL = "/media/"
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
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "coalition.staff.breached_passwords.BreachedPasswordValidator"},
]
# A file of SHA-1 sums in order, as Have I Been Pwned gives it away; without one, only the 20,000
# commonest passwords are known.
BREACHED_PASSWORDS = env.str("BREACHED_PASSWORDS", default="")
PASSWORD_RESET_TIMEOUT = 60 * 60
INVITATION_DAYS = 7
# Lets people in by a password alone; refused wherever anybody else could reach the site.
DEMO_WITHOUT_SECOND_FACTOR = env.bool("DEMO_WITHOUT_SECOND_FACTOR", default=False)
# The demo's staff sign in with it; empty, `seed` makes one and prints it.
SEED_PASSWORD = env.str("SEED_PASSWORD", default="")
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
WAGTAIL_FRONTEND_LOGIN_URL = f"/{ADMIN_PATH}login/"
WAGTAILADMIN_USER_PASSWORD_RESET_FORM = (
    "coalition.staff.sign_in.password_letters.AskForPasswordForm"  # noqa: S105 - where a form is.
)
# Nobody knows a password for somebody else: who is new is invited.
WAGTAILUSERS_PASSWORD_ENABLED = False

ACCOUNT_ADAPTER = "coalition.staff.second_factor.adapters.AccountAdapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SESSION_REMEMBER = False
# `staff/sign_in/patience.py` slows people down instead, and shuts nobody out.
ACCOUNT_RATE_LIMITS = False
MFA_RATE_LIMITS = False
MFA_ADAPTER = "coalition.staff.second_factor.adapters.SecondFactorAdapter"
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
# The clocks of telephones are half a minute early or late.
MFA_TOTP_TOLERANCE = 1

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
SESSION_ENGINE = "coalition.staff.sessions.store"
SESSION_COOKIE_AGE = 30 * 60  # Since somebody was last seen,
LONGEST_SESSION = 8 * 60 * 60  # and since they signed in.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Of browsers in which somebody has signed in before.
KNOWN_DEVICE_COOKIE_NAME = "__Host-known-device" if SITE_IS_SECURE else "known-device"
CSRF_COOKIE_NAME = "__Host-csrf" if SITE_IS_SECURE else "csrf"
CSRF_COOKIE_SECURE = SITE_IS_SECURE
# Wagtail's scripts are told the token by the page.
CSRF_COOKIE_HTTPONLY = True
# Not in a cookie of its own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Consent -------------------------------------------------------------------------------------

COOKIE_CONSENT_SECURE = SITE_IS_SECURE
COOKIE_CONSENT_HTTPONLY = False  # Our script reads it so that the server need not.
# Six months, then we ask again.
COOKIE_CONSENT_MAX_AGE = env.int("CONSENT_DAYS", default=182) * 24 * 60 * 60
# As long as somebody may ask us to prove what was agreed to; the database refuses to forget a year.
RECEIPT_DAYS = max(365, env.int("RECEIPT_DAYS", default=3 * 365))
COOKIE_CONSENT_LOG_ENABLED = False  # Its rows prove nothing and grow with every visitor.

# Counts by day how often the site hands out stored pages, without a cookie and without a word of
# who read; the registry of cookies says so under `page-counts`. What nginx, a cache or a browser
# shows by itself is not among them: see docs/operating.md.
COUNT_PAGES = env.bool("COUNT_PAGES", default=False)

# --- Mail and logs -------------------------------------------------------------------------------

vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"newsroom@{SITE_HOST}")
# Who answers what readers write: "press=press@…,press-ar=press.ar@…", by subject and language.
CONTACT_ADDRESSES = env.dict("CONTACT_ADDRESSES", default={})
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default=DEFAULT_FROM_EMAIL)
CONTACT_RETENTION_DAYS = env.int("CONTACT_RETENTION_DAYS", default=180)
# How long the log of the back office is kept; the database itself refuses to forget a year.
AUDIT_DAYS = max(365, env.int("AUDIT_DAYS", default=3 * 365))
# What security.txt says, or a clear-signed file that says it; see SECURITY.md.
SECURITY_CONTACTS = env.list("SECURITY_CONTACTS", default=[f"mailto:{CONTACT_EMAIL}"])
SECURITY_POLICY = env.str("SECURITY_POLICY", default="")
SECURITY_TXT = env.str("SECURITY_TXT", default="")
SECURITY_TXT_EXPIRES = env.str("SECURITY_TXT_EXPIRES", default="")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "coalition.delivery.log_lines.LogLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "coalition.delivery.hidden_settings.HideAddresses"

# --- Feeds ---------------------------------------------------------------------------------------

# The hub that tells subscribers of our feeds at once (WebSub); without one they ask now and then.
WEBSUB_HUB = env.str("WEBSUB_HUB", default="")

# --- Wagtail -------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "The Global Coalition"
WAGTAILADMIN_BASE_URL = f"{urlsplit(SITE_URL).scheme}://{ADMIN_HOST or urlsplit(SITE_URL).netloc}"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# Debian lists one more, of which browsers know nothing.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})
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
WAGTAILIMAGES_IMAGE_FORM_BASE = "coalition.media.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
# About half the bytes of Wagtail's own, and the same to the eye.
WAGTAILIMAGES_AVIF_QUALITY = 55
WAGTAILIMAGES_WEBP_QUALITY = 70
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database",
        # PostgreSQL's own English would drop “after” and “on” from French and Arabic questions too.
        "SEARCH_CONFIG": "simple",
    }
}
# Nothing is asked of another machine while an editor types an address.
WAGTAILEMBEDS_FINDERS = []
