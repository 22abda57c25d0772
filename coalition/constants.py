"""Settings that are the same wherever the site runs; `settings.py` has those that are not."""

from zoneinfo import available_timezones

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STATIC_URL = "/static/"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "coalition.storage.JoinedFilesFinder",
]
MEDIA_URL = "/media/"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

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
PASSWORD_RESET_TIMEOUT = 60 * 60
INVITATION_DAYS = 7
LOGIN_URL = "wagtailadmin_login"
LOGIN_REDIRECT_URL = "wagtailadmin_home"
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
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_ENGINE = "coalition.staff.sessions.store"
SESSION_COOKIE_AGE = 30 * 60  # Since somebody was last seen,
LONGEST_SESSION = 8 * 60 * 60  # and since they signed in.
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Wagtail's scripts are told the token by the page.
CSRF_COOKIE_HTTPONLY = True
# Not in a cookie of its own.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Consent -------------------------------------------------------------------------------------

COOKIE_CONSENT_HTTPONLY = False  # Our script reads it so that the server need not.
COOKIE_CONSENT_LOG_ENABLED = False  # Its rows prove nothing and grow with every visitor.

# --- Logs ----------------------------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "coalition.delivery.log_lines.LogLines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": "INFO"},
}
DEFAULT_EXCEPTION_REPORTER_FILTER = "coalition.delivery.hidden_settings.HideAddresses"

# --- Wagtail -------------------------------------------------------------------------------------

WAGTAIL_SITE_NAME = "The Global Coalition"
WAGTAIL_I18N_ENABLED = True
# Debian lists one more, of which browsers know nothing.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_PRIVATE_PAGE_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS = {"SHARED_PASSWORD": False}
WAGTAILDOCS_DOCUMENT_FORM_BASE = "coalition.media.forms.DocumentForm"
WAGTAILDOCS_DOCUMENT_MODEL = "media.DocumentFile"
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "pptx", "txt", "xlsx", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILIMAGES_IMAGE_MODEL = "media.Picture"
WAGTAILIMAGES_IMAGE_FORM_BASE = "coalition.media.forms.PictureForm"
WAGTAILIMAGES_EXTENSIONS = ["avif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 60_000_000
# Less than half the bytes of Wagtail's own, and the same to the eye.
WAGTAILIMAGES_AVIF_QUALITY = 48
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
