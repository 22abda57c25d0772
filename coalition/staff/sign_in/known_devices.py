"""Browsers in which somebody has signed in before: no stranger's mistakes are held against them."""

from uuid import uuid4

from django.conf import settings
from django.core import signing

COOKIE = "known-device"
SALT = "coalition.staff.known_device"
DAYS = 90


def remember_device(response, user):
    response.set_cookie(
        COOKIE,
        signing.dumps([user.get_username(), uuid4().hex], salt=SALT),
        max_age=DAYS * 24 * 60 * 60,
        path=f"/{settings.ADMIN_PATH}",
        secure=settings.SITE_IS_SECURE,
        httponly=True,
        samesite="Lax",
    )


def known_device(request, username):
    """What to call the browser the request comes from; None if `username` was never in it."""
    try:
        owner, name = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=DAYS * 24 * 60 * 60
        )
    except signing.BadSignature:
        return None
    return name if owner == username else None
