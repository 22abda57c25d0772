"""Days and moments as each language writes them."""

from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from coalition.pages.dates import written_day, written_moment, written_month
from coalition.pages.templatetags.cldr import hijri, listed, name_of_language


@pytest.mark.parametrize(
    ("language", "day", "written"),
    [
        ("en", date(2020, 5, 1), "1 May 2020"),
        ("fr", date(2020, 5, 1), "1er mai 2020"),
        ("fr", date(2019, 9, 1), "1er septembre 2019"),
        ("fr", date(2020, 12, 11), "11 décembre 2020"),
        ("ar", date(2020, 5, 1), "1 أيار/مايو 2020"),
        ("es", date(2020, 5, 31), "31 de mayo de 2020"),
        ("xx", date(2020, 5, 31), "31 May 2020"),
    ],
)
def test_a_day_is_written_as_its_readers_write_it(language, day, written):
    with override(language):
        assert written_day(day) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "May 2020"),
        ("fr", "mai 2020"),
        ("ar", "أيار/مايو 2020"),
        ("es", "mayo de 2020"),
        ("xx", "May 2020"),
    ],
)
def test_a_month_is_written_with_its_year(language, written):
    with override(language):
        assert written_month(date(2020, 5, 1)) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "31 May 2020, 14:30 UTC"),
        ("fr", "31 mai 2020, 14:30 UTC"),
        ("ar", "31 أيار/مايو 2020، 14:30 UTC"),
    ],
)
def test_a_moment_names_its_zone(language, written):
    with override(language):
        assert written_moment(datetime(2020, 5, 31, 14, 30, tzinfo=UTC)) == written


def test_a_moment_falls_on_the_day_of_our_zone(settings):
    settings.TIME_ZONE = "Asia/Baghdad"

    assert written_day(datetime(2020, 5, 31, 22, tzinfo=UTC)) == "1 June 2020"


@pytest.mark.parametrize(
    ("language", "written"), [("en", "1, 2 and 3"), ("fr", "1, 2 et 3"), ("ar", "1 و2 و3")]
)
def test_a_list_ends_as_its_language_ends_one(language, written):
    with override(language):
        assert listed([1, 2, 3]) == written


def test_a_language_is_named_as_within_a_sentence():
    with override("fr"):
        assert name_of_language("ar") == "arabe"


@pytest.mark.parametrize(("language", "is_told"), [("ar", True), ("en", False)])
def test_the_islamic_day_is_told_where_the_newsroom_wants_it(settings, language, is_told):
    settings.HIJRI_LANGUAGES = ["ar"]

    with override(language):
        assert ("1441" in hijri(date(2020, 5, 31))) is is_told
