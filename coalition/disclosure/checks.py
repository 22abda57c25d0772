"""Looks at every start whether `security.txt` may still be believed."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Final

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning

from coalition.disclosure.security_txt import (
    Unreadable,
    expires,
    expiry_of,
    own_address,
    security_txt,
    values,
)

WARN_BEFORE: Final = timedelta(days=30)
# All of it: a line before or after what was signed would pass for signed.
SIGNED: Final = re.compile(
    "-----BEGIN PGP SIGNED MESSAGE-----\n.+"
    "^-----BEGIN PGP SIGNATURE-----\n.+^-----END PGP SIGNATURE-----\n?",
    re.DOTALL | re.MULTILINE,
)


def check_security_txt(**kwargs: object) -> list[CheckMessage]:
    try:
        return list(of_the_signed_file() if settings.SECURITY_TXT else of_expiry(expires()))
    except (OSError, UnicodeDecodeError, Unreadable) as error:
        return [Error(f"security.txt cannot be read: {error}", id="disclosure.E001")]


def of_the_signed_file() -> Iterator[CheckMessage]:
    text = security_txt()
    if not SIGNED.fullmatch(text):
        yield Error("SECURITY_TXT names a file that is not clear-signed.", id="disclosure.E002")
    if not values(text, "contact"):
        yield Error("security.txt has no line “Contact”.", id="disclosure.E003")
    if own_address() not in values(text, "canonical"):
        hint = f"Add “Canonical: {own_address()}” and sign it again."
        yield Warning("security.txt does not say that it is ours.", hint=hint, id="disclosure.W001")
    yield from of_expiry(expiry_of(text))


def of_expiry(then: datetime) -> Iterator[CheckMessage]:
    left = then - datetime.now(UTC)
    hint = "Sign it anew, or set SECURITY_TXT_EXPIRES to a later day."
    if left <= timedelta(0):
        # No reason to stand still: a start may bring what the next finder would report.
        yield Warning(f"security.txt expired on {then:%Y-%m-%d}.", hint=hint, id="disclosure.W003")
    elif left < WARN_BEFORE:
        yield Warning(f"security.txt expires on {then:%Y-%m-%d}.", hint=hint, id="disclosure.W002")
