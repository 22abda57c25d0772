"""A place in a list by days survives being written into an address."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.pages.cursor import DayCursor, UnreadableCursor


@given(st.dates(), st.integers(min_value=0, max_value=10**18 - 1))
def test_is_read_as_it_was_written(day, pk):
    cursor = DayCursor(day, pk)

    assert DayCursor.read(str(cursor)) == cursor


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2020-05-31",
        "2020-05-31-",
        "-5",
        "2020-02-30-5",
        "0000-01-01-5",
        "2020-5-31-5",
        "2020-05-31-5-6",
        "2020-05-31--5",
        " 2020-05-31-5",
        "2020-05-31-5\n",
        "٢٠٢٠-٠٥-٣١-٥",
        "2020-05-31-" + "9" * 19,
    ],
)
def test_refuses_what_is_no_place(text):
    with pytest.raises(UnreadableCursor):
        DayCursor.read(text)
