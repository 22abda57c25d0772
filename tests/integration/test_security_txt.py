"""security.txt says where weaknesses are reported, and is looked after before it expires."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from coalition.disclosure.checks import check_security_txt
from coalition.disclosure.security_txt import expiry_of

pytestmark = pytest.mark.django_db

ADDRESS = "/.well-known/security.txt"
OWN = "http://testserver/.well-known/security.txt"


SIGNED = f"""-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA512

Contact: mailto:security@example.org
Expires: {{expires}}
Canonical: {OWN}
-----BEGIN PGP SIGNATURE-----

wsB5BAEBCAAj
-----END PGP SIGNATURE-----
"""


def in_days(days):
    return f"{datetime.now(UTC) + timedelta(days=days):%Y-%m-%dT%H:%M:%SZ}"


def signed(folder, settings, days=90, **changes):
    """A file as GnuPG writes it; `changes` are what it says otherwise."""
    text = SIGNED.format(expires=in_days(days))
    for before, after in changes.items():
        text = text.replace(f"{before}:", after)
    file = folder / "security.txt.asc"
    file.write_text(text)
    settings.SECURITY_TXT = str(file)
    return text


def ids():
    return [message.id for message in check_security_txt()]


def test_says_where_to_report(visitor, settings):
    settings.SECURITY_CONTACTS = ["mailto:security@example.org", "https://example.org/report"]
    settings.SECURITY_POLICY = "https://example.org/policy"

    answer = visitor.get(ADDRESS)

    assert answer.headers["Content-Type"] == "text/plain; charset=utf-8"
    lines = answer.content.decode().splitlines()
    assert lines[:2] == [
        "Contact: mailto:security@example.org",
        "Contact: https://example.org/report",
    ]
    assert lines[3:] == [
        "Policy: https://example.org/policy",
        "Preferred-Languages: en, fr, ar",
        f"Canonical: {OWN}",
    ]


def test_is_good_for_less_than_a_year(visitor):
    then = expiry_of(visitor.get(ADDRESS).content.decode())

    assert timedelta(days=80) < then - datetime.now(UTC) < timedelta(days=365)


def test_hands_out_what_the_operator_signed(visitor, settings, tmp_path):
    text = signed(tmp_path, settings)

    assert visitor.get(ADDRESS).content.decode() == text


def test_is_well_without_any_setting():
    assert ids() == []


def test_is_well_once_signed(settings, tmp_path):
    signed(tmp_path, settings)

    assert ids() == []


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        ({"days": -1}, ["disclosure.W003"]),
        ({"days": 29}, ["disclosure.W002"]),
        ({"Expires": "Expired:"}, ["disclosure.E001"]),
        ({"Contact": "Contacts:"}, ["disclosure.E003"]),
        ({"Canonical": "Canonical: https://other.example/"}, ["disclosure.W001"]),
    ],
)
def test_is_looked_at_before_the_site_starts(settings, tmp_path, wrong, expected):
    signed(tmp_path, settings, **wrong)

    assert ids() == expected


@pytest.mark.parametrize(
    "text",
    [
        SIGNED.partition("\n")[2],
        SIGNED.partition("-----BEGIN PGP SIGNATURE")[0],
        f"{SIGNED}Contact: mailto:somebody@else.example\n",
    ],
    ids=["not at all", "without a signature", "but for the last line"],
)
def test_a_file_that_nobody_signed_is_an_error(settings, tmp_path, text):
    file = tmp_path / "security.txt"
    file.write_text(text.format(expires=in_days(90)))
    settings.SECURITY_TXT = str(file)

    assert ids() == ["disclosure.E002"]


def test_a_file_that_is_not_there_is_an_error(settings):
    settings.SECURITY_TXT = "/nowhere/security.txt"

    assert ids() == ["disclosure.E001"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [("soon", ["disclosure.E001"]), (in_days(-1), ["disclosure.W003"]), (in_days(100), [])],
    # Their names hold no moment: processes that share the tests agree on what there is.
    ids=["no day", "over", "far"],
)
def test_the_day_may_be_a_setting(settings, said, expected):
    settings.SECURITY_TXT_EXPIRES = said

    assert ids() == expected


def test_every_command_looks_at_its_day(settings):
    settings.SECURITY_TXT_EXPIRES = in_days(-1)

    with pytest.raises(SystemCheckError, match="expired on"):
        call_command("check", "--tag=security", "--fail-level=WARNING")
