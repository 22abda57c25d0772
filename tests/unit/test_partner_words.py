"""What is said of a partner: when it joined, what it is called, which flag it has."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.translation import override

from partners.flags import NEUTRAL, flag_file
from partners.joined import joined_in_words, joined_in_years
from partners.names import alphabetical, territory_name
from partners.wording import counted_organisations, counted_partners, counted_states


@pytest.mark.parametrize(
    ("earliest", "latest", "words"),
    [
        ("2019-03-23", "2019-03-23", "23 March 2019"),
        ("2017-11-01", "2017-11-30", "November 2017"),
        ("2019-02-03", "2019-02-06", "February 2019"),
        ("2017-03-22", "2017-07-12", "between March and July 2017"),
        ("2014-09-10", "2016-08-24", "between September 2014 and August 2016"),
        ("2018-12-31", "2019-01-01", "between December 2018 and January 2019"),
    ],
)
def test_says_no_more_than_is_known_of_the_joining(earliest, latest, words):
    with override("en"):
        assert joined_in_words(date.fromisoformat(earliest), date.fromisoformat(latest)) == words


@pytest.mark.parametrize(
    ("language", "day", "month", "between"),
    [
        ("fr", "23 mars 2019", "novembre 2017", ["mars", "juillet 2017"]),
        ("ar", "مارس 2019", "نوفمبر 2017", ["مارس", "يوليو 2017"]),
    ],
)
def test_says_the_joining_in_other_languages(language, day, month, between):
    with override(language):
        assert day in joined_in_words(date(2019, 3, 23), date(2019, 3, 23))
        assert month in joined_in_words(date(2017, 11, 1), date(2017, 11, 30))
        words = joined_in_words(date(2017, 3, 22), date(2017, 7, 12))
        assert all(part in words for part in between)


def test_gives_the_years_where_there_is_no_room():
    assert joined_in_years(date(2017, 3, 22), date(2017, 7, 12)) == "2017"
    assert joined_in_years(date(2014, 9, 10), date(2016, 8, 24)) == "2014–2016"


@pytest.mark.parametrize(
    ("language", "name"), [("en", "Türkiye"), ("fr", "Turquie"), ("ar", "تركيا"), ("xx-zz", "")]
)
def test_takes_names_from_cldr(language, name):
    assert territory_name("TR", language) == name


@pytest.mark.parametrize(
    ("names", "in_order"),
    [
        (["Estonia", "Éire", "Egypt"], ["Egypt", "Éire", "Estonia"]),
        (["ukraine", "Türkiye", "Tunisia"], ["Tunisia", "Türkiye", "ukraine"]),
        (["العراق", "تركيا", "البحرين", "ألمانيا"], ["ألمانيا", "البحرين", "تركيا", "العراق"]),
    ],
)
def test_sorts_without_case_accents_and_article(names, in_order):
    assert sorted(names, key=alphabetical) == in_order


def test_every_state_that_could_join_has_a_flag():
    codes = ["IQ", "EU", "XK", "TW", "CF", "BR"]

    assert all((settings.BASE_DIR / "static" / flag_file(code)).exists() for code in codes)


@pytest.mark.parametrize("iso_code", ["", "ZZ", "../"])
def test_who_has_no_flag_gets_the_neutral_one(iso_code):
    assert flag_file(iso_code) == NEUTRAL
    assert (Path(settings.BASE_DIR) / "static" / NEUTRAL).exists()


def test_counts_one_and_many():
    with override("en"):
        assert [counted_partners(1), counted_partners(82)] == ["1 partner", "82 partners"]
        assert [counted_states(1), counted_states(77)] == ["1 state", "77 states"]
        assert counted_organisations(1) == "1 organisation"
        assert counted_organisations(5) == "5 organisations"
