"""Browsers in which somebody has signed in before: no stranger's mistakes are held against them."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.core import signing

COOKIE = "known-device"
SALT = "coalition.staff.known_device"
REMEMBERED_FOR = timedelta(days=90)


def remember_device(response, user):
    response.set_cookie(
        COOKIE,
        signing.dumps([user.get_username(), uuid4().hex], salt=SALT),
        max_age=REMEMBERED_FOR,
        path=f"/{settings.ADMIN_PATH}",
        secure=settings.SITE_IS_SECURE,
        httponly=True,
        samesite="Lax",
    )


def known_device(request, username):
    """What to call the browser the request comes from; None if `username` was never in it."""
    try:
        owner, name = signing.loads(
            request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=REMEMBERED_FOR
        )
    except signing.BadSignature:
        return None
    return name if owner == username else None
