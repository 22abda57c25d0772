"""Browsers in which somebody has signed in before: no stranger's mistakes are held against them."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.core import signing

SALT = "coalition.staff.known_device"
REMEMBERED_FOR = timedelta(days=90)


def remember_device(response, user):
    response.set_cookie(
        settings.KNOWN_DEVICE_COOKIE_NAME,
        signing.dumps([user.get_username(), uuid4().hex], salt=SALT),
        max_age=REMEMBERED_FOR,
        secure=settings.SITE_IS_SECURE,
        httponly=True,
        samesite="Lax",
    )


def known_device(request, username):
    """What to call the browser the request comes from; None if `username` was never in it."""
    cookie = request.COOKIES.get(settings.KNOWN_DEVICE_COOKIE_NAME, "")
    try:
        owner, name = signing.loads(cookie, salt=SALT, max_age=REMEMBERED_FOR)
    except signing.BadSignature:
        return None
    return name if owner == username else None
