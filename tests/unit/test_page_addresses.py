"""Addresses of which a page may be stored."""

import pytest

from coalition.delivery.store.address import address_of
from tests.behind_the_door import environ


@pytest.mark.parametrize(
    "path",
    [
        "/en",
        "/en/.feed.json",
        "/en/feed.",
        "/en/feed.json?x=1",
        "/../feed.json",
        "/en/فيد.json",
        "/../etc/passwd",
        "/en/../../x/",
        "/.hidden/",
        "/en//news/",
        "en/",
        "/a\0b/",
        "/a\\..\\b/",
    ],
)
def test_such_a_path_is_none_of_a_page(path):
    assert address_of(environ(path)) is None


def test_bare_bytes_in_a_query_are_not_guessed_at():
    assert address_of(environ(query="q=\xc3\xa9")) is None


@pytest.mark.parametrize(
    ("told", "host"),
    [
        ("Coalition.Example.", "coalition.example"),
        ("coalition.example.:81", "coalition.example:81"),
    ],
)
def test_a_host_is_one_however_it_is_written(told, host):
    assert address_of(environ(HTTP_HOST=told)).host == host


@pytest.mark.parametrize("host", ["", "a/b", "../x", "a b", "A_B", "[::1]"])
def test_such_a_host_has_no_pages(host):
    assert address_of(environ(HTTP_HOST=host)) is None
