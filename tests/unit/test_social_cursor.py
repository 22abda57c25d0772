"""A place in the stream survives being written into an address."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.pages.cursor import UnreadableCursor
from coalition.social.cursor import BEGINNING, Cursor

MOMENTS = st.datetimes(
    min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1), timezones=st.just(UTC)
)


@given(MOMENTS, st.integers(min_value=0, max_value=10**18 - 1), st.booleans())
def test_is_read_as_it_was_written(posted_at, pk, is_pinned):
    cursor = Cursor(posted_at, pk, is_pinned)

    assert Cursor.read(str(cursor)) == cursor


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "1",
        "1-",
        "-1",
        "1-2-3",
        "01-2",
        "1-02",
        "P1-2",
        "a-b",
        "1.5-2",
        " 1-2",
        "١-٢",
        f"{'9' * 17}-1",
        "1-" + "9" * 19,
    ],
)
def test_refuses_what_is_no_place(text):
    with pytest.raises(UnreadableCursor):
        Cursor.read(text)


def test_the_farthest_moment_it_can_write_is_a_moment():
    assert Cursor.read(f"{'9' * 16}-1").posted_at > BEGINNING + timedelta(days=365 * 300)
