"""What Django's page of an error hides besides passwords, where DEBUG has it show all settings."""

import re

from django.views.debug import SafeExceptionReporterFilter

HIDDEN_BY_DJANGO = SafeExceptionReporterFilter.hidden_settings.pattern


class HideAddresses(SafeExceptionReporterFilter):
    """Those of databases, caches and mail servers hold passwords, here and in the environment."""

    hidden_settings = re.compile(
        rf"{HIDDEN_BY_DJANGO}|CACHE|PAGE_STORE|DATABASE_URL|EMAIL_URL", re.IGNORECASE
    )
