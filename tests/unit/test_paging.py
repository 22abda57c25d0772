"""Long lists, a page at a time."""

import pytest
from django.http import Http404

from coalition.pages.paging import PagedList

HUNDRED = list(range(100))


def test_shows_the_rows_of_its_page_and_says_which():
    rows = PagedList(HUNDRED, "2", 10, {})

    assert list(rows) == list(range(10, 20))
    assert (rows.first, rows.last, rows.count) == (11, 20, 100)


def test_links_to_its_neighbours_and_keeps_the_parameters():
    rows = PagedList(HUNDRED, 2, 10, {"q": "a&b"})

    assert rows.previous_address == "?q=a%26b"
    assert rows.next_address == "?q=a%26b&page=3"


def test_links_to_no_page_beyond_the_ends():
    assert PagedList(HUNDRED, 1, 10, {}).previous_address == ""
    assert PagedList(HUNDRED, 10, 10, {}).next_address == ""


def test_leaves_out_the_pages_between():
    numbers = [link.number for link in PagedList(HUNDRED, 5, 10, {}).links]

    assert numbers == [1, None, 4, 5, 6, None, 10]


def test_marks_the_page_one_is_on():
    links = PagedList(HUNDRED, 5, 10, {}).links

    assert [link.number for link in links if link.is_current] == [5]


def test_an_empty_list_has_one_page():
    assert not PagedList([], 1, 10, {}).is_divided


@pytest.mark.parametrize("number", ["0", "-1", "11", "last", "", "1.5", "9" * 400])
def test_a_page_that_does_not_exist_is_not_found(number):
    with pytest.raises(Http404):
        PagedList(HUNDRED, number, 10, {})
