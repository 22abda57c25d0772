"""Refuses passwords that others have lost already, without asking anybody.

The list is the file of Have I Been Pwned: a line for each password, its SHA-1 in capitals and a
count, in order. It has forty gigabytes, so an operator fetches it, or a part of it, and names it.
"""

from hashlib import sha1
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

LENGTH_OF_SHA1 = 40


class BreachedPasswordValidator:
    def __init__(self) -> None:
        self.path: str = settings.BREACHED_PASSWORDS
        if self.path and not Path(self.path).is_file():
            raise ImproperlyConfigured(f"There is no list of breached passwords at {self.path}.")

    def validate(self, password: str, user: object = None) -> None:
        digest = sha1(password.encode(), usedforsecurity=False).hexdigest().upper()
        if self.path and is_listed(Path(self.path), digest):
            raise ValidationError(
                _("This password is on a list of stolen passwords. Choose another one."),
                code="password_breached",
            )

    def get_help_text(self) -> str:
        return gettext("Your password can’t be one that was stolen elsewhere.")


def is_listed(path: Path, digest: str) -> bool:
    """Halve the file until one line is left: some thirty looks into forty gigabytes."""
    wanted = digest.encode()
    low, high = 0, path.stat().st_size
    with path.open("rb") as file:
        while low < high:
            middle = (low + high) // 2
            file.seek(middle)
            # The middle of the file is the middle of a line; at its very beginning, its start.
            if middle:
                file.readline()
            if file.readline()[:LENGTH_OF_SHA1] < wanted and file.tell() <= path.stat().st_size:
                low = middle + 1
            else:
                high = middle
        file.seek(low)
        if low:
            file.readline()
        return file.readline()[:LENGTH_OF_SHA1] == wanted
