"""What a partner is called in addresses and files."""

import pytest

from partners.public_ids import LONGEST, free, suggested


@pytest.mark.parametrize(
    ("iso_code", "name", "expected"),
    [
        ("IQ", "Iraq", "iq"),
        ("", "NATO", "nato"),
        ("", "League of Arab States", "league-of-arab-states"),
        ("", "Community of Sahel-Saharan States (CEN-SAD)", "cen-sad"),
        ("", "جامعة الدول العربية", "partner"),
    ],
)
def test_the_id_is_short_and_can_be_read(iso_code, name, expected):
    assert suggested(iso_code, name) == expected


def test_an_id_that_somebody_has_is_counted_on():
    assert free("nato", {"iq"}) == "nato"
    assert free("nato", {"nato", "nato-2"}) == "nato-3"


def test_no_id_is_too_long():
    long = suggested("", "A very " + "long " * 40 + "name")

    assert len(free(long, {long})) <= LONGEST
