"""What somebody has shown in this session, and what they still owe."""

from time import time

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings

# Whoever changes how they sign in has signed in just before.
SECONDS_OF_TRUST = 15 * 60
KEYS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_shown_both(request, user):
    """Whether this session has seen a code or a passkey; a password alone opens nothing."""
    if settings.DEMO_WITHOUT_SECOND_FACTOR:
        return True
    return any(record["method"] == "mfa" for record in get_authentication_records(request, user))


def has_shown_lately(request):
    records = get_authentication_records(request, request.user)
    return bool(records) and time() - records[-1]["at"] < SECONDS_OF_TRUST


def keys_of(user):
    """What `user` can show; recovery codes only stand in for these."""
    return Authenticator.objects.filter(user=user, type__in=KEYS)


def is_enrolled(user):
    return keys_of(user).exists()
