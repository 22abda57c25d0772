"""Days of the Islamic calendar follow each other as ours do."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.pages.hijri import MONTHS, HijriDay, hijri_day, ordinal_of

DAYS = st.dates(min_value=date(700, 1, 1), max_value=date(2500, 1, 1))


@given(DAYS)
def test_there_and_back_is_the_same_day(day):
    assert ordinal_of(*hijri_day(day)) == day.toordinal()


@given(DAYS)
def test_the_next_day_comes_later_in_a_month_that_is_there(day):
    found = hijri_day(day)

    assert found < hijri_day(day + timedelta(days=1))
    assert 1 <= found.month <= len(MONTHS)
    assert 1 <= found.day <= 30


@pytest.mark.parametrize(
    ("day", "found"),
    [
        (date(622, 7, 19), HijriDay(1, 1, 1)),
        (date(2020, 4, 24), HijriDay(1441, 9, 1)),
        (date(2020, 5, 31), HijriDay(1441, 10, 8)),
        (date(2024, 7, 8), HijriDay(1446, 1, 1)),
    ],
)
def test_days_that_tables_give(day, found):
    assert hijri_day(day) == found
