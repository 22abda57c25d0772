"""The file `security.txt` (RFC 9116): written from settings, or as the operator has signed it."""

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse

# Unless the operator says another day. The RFC wants less than a year.
GOOD_FOR: Final = timedelta(days=90)
FIELD: Final = re.compile(r"^([A-Za-z-]+):[ \t]*(\S+)[ \t]*$", re.MULTILINE)


class Unreadable(ValueError):
    """The file, or the day in it, is not what it has to be."""


def security_txt() -> str:
    if settings.SECURITY_TXT:
        return Path(settings.SECURITY_TXT).read_text(encoding="utf-8")
    return unsigned()


def unsigned() -> str:
    fields = [("Contact", contact) for contact in settings.SECURITY_CONTACTS]
    fields.append(("Expires", f"{expires():%Y-%m-%dT%H:%M:%SZ}"))
    if settings.SECURITY_POLICY:
        fields.append(("Policy", settings.SECURITY_POLICY))
    fields.append(("Preferred-Languages", ", ".join(dict(settings.LANGUAGES))))
    fields.append(("Canonical", own_address()))
    return "".join(f"{name}: {value}\n" for name, value in fields)


def expires() -> datetime:
    if settings.SECURITY_TXT_EXPIRES:
        return moment(settings.SECURITY_TXT_EXPIRES)
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0)
    return today + GOOD_FOR


def expiry_of(text: str) -> datetime:
    found = values(text, "expires")
    if len(found) != 1:
        raise Unreadable("It must have one line “Expires”.")
    return moment(found[0])


def values(text: str, name: str) -> list[str]:
    return [value for found, value in FIELD.findall(text) if found.lower() == name]


def moment(text: str) -> datetime:
    try:
        then = datetime.fromisoformat(text)
    except ValueError:
        raise Unreadable(f"“{text}” is no moment such as 2027-01-31T00:00:00Z.") from None
    return then.astimezone(UTC) if then.tzinfo else then.replace(tzinfo=UTC)


def own_address() -> str:
    return str(urljoin(settings.SITE_URL, reverse("security_txt")))
