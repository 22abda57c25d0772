"""Looks at every start whether stolen passwords are known as such."""

from django.conf import settings
from django.core.checks import Warning


def check_breached_passwords(**kwargs):
    """Where others can reach the site, and somebody can sign in."""
    if settings.BREACHED_PASSWORDS or settings.PUBLIC_ONLY or not settings.SITE_IS_SECURE:
        return []
    hint = "Set BREACHED_PASSWORDS to the file of Have I Been Pwned, or a part of it."
    return [Warning("Stolen passwords are not refused.", hint=hint, id="staff.W001")]
