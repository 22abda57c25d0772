"""Passwords that others have lost are found in a file, without asking anybody."""

from hashlib import sha1

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError

from coalition.staff.breached_passwords import BreachedPasswordValidator
from coalition.staff.checks import check_breached_passwords

STOLEN = [f"a stolen password {number}" for number in range(200)]


@pytest.fixture
def breached(tmp_path, settings):
    path = tmp_path / "stolen.txt"
    sums = sorted(sha1(word.encode()).hexdigest().upper() for word in STOLEN)  # noqa: S324 - HIBP's.
    path.write_text("".join(f"{digest}:{len(digest) * 7}\r\n" for digest in sums))
    settings.BREACHED_PASSWORDS = str(path)
    return BreachedPasswordValidator()


def test_refuses_every_one_of_them(breached):
    for word in STOLEN:
        with pytest.raises(ValidationError, match="stolen"):
            breached.validate(word)


def test_takes_what_is_on_no_list(breached):
    for number in range(200):
        breached.validate(f"a password of one's own {number}")


def test_does_without_a_list(settings):
    settings.BREACHED_PASSWORDS = ""

    BreachedPasswordValidator().validate(STOLEN[0])


def test_a_list_that_is_not_there_is_no_secret(settings):
    settings.BREACHED_PASSWORDS = "/nowhere/list.txt"

    with pytest.raises(ImproperlyConfigured, match="no list"):
        BreachedPasswordValidator()


@pytest.mark.parametrize(
    ("changed", "warnings"),
    [
        ({}, ["staff.W001"]),
        ({"BREACHED_PASSWORDS": "/srv/stolen.txt"}, []),
        ({"SITE_IS_SECURE": False}, []),
        ({"PUBLIC_ONLY": True}, []),
    ],
)
def test_whoever_runs_a_site_without_a_list_is_told(settings, changed, warnings):
    production = {"BREACHED_PASSWORDS": "", "SITE_IS_SECURE": True, "PUBLIC_ONLY": False}
    for name, value in (production | changed).items():
        setattr(settings, name, value)

    assert [message.id for message in check_breached_passwords()] == warnings
