"""Pages whose pictures wait: who is sent there, and where such a page leads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.delivery.light.door import SparedLines
from coalition.delivery.light.links import carried_on

SAVES = {"HTTP_SAVE_DATA": "on"}


def carried(html):
    return carried_on(html, "pictures", "later")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("/en/", "/en/?pictures=later"),
        ("/ar/news/#today", "/ar/news/?pictures=later#today"),
        (
            "/en/news/?kind=video&amp;year=2020",
            "/en/news/?kind=video&amp;year=2020&amp;pictures=later",
        ),
        ("?before=2020-05-01-7", "?before=2020-05-01-7&amp;pictures=later"),
    ],
)
def test_the_choice_goes_on_to_the_next_page(link, expected):
    assert carried(f'<a class="x" href="{link}">') == f'<a class="x" href="{expected}">'


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="#content">',
        '<a href="?pictures=now">',
        '<a href="/media/images/one.jpg">',
        '<a href="/en/news/feed.json">',
        '<a href="https://example.org/en/">',
        '<link rel="alternate" href="/en/news/">',
        '<form action="https://example.org/en/" method="post">',
    ],
)
def test_but_nowhere_else(tag):
    assert carried(tag) == tag


def test_a_form_that_sends_something_carries_it_in_its_address():
    assert carried('<form class="x" action="/en/contact/send/" method="post" novalidate>') == (
        '<form class="x" action="/en/contact/send/?pictures=later" method="post" novalidate>'
    )


def test_a_form_that_asks_for_a_page_carries_it_too():
    assert carried('<form action="/en/search/">') == (
        '<form action="/en/search/"><input type="hidden" name="pictures" value="later">'
    )


@given(st.text(alphabet='<a href="/en?#&>x', max_size=60))
def test_links_that_carry_it_already_stay_as_they_are(html):
    once = carried_on(html.replace("<form", ""), "pictures", "later")

    assert carried(once) == once


def ask(path="/en/news/", query="", method="GET", **headers):
    """The status of the answer, and where it leads."""
    said = {}

    def start(status, pairs):
        said.update(pairs, status=status)

    def site(environ, start_response):
        start_response("200 OK", [])
        return [b"a page"]

    environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, **headers}
    SparedLines(site)(environ, start)
    return said["status"][:3], said.get("Location")


def test_who_saves_data_is_sent_where_pictures_wait():
    assert ask(**SAVES) == ("307", "/en/news/?pictures=later")
    assert ask(query="year=2020", **SAVES) == ("307", "/en/news/?year=2020&pictures=later")


def test_an_address_in_arabic_survives_the_way():
    path = "/ar/الشركاء/".encode().decode("latin-1")

    assert ask(path, **SAVES) == (
        "307",
        "/ar/%D8%A7%D9%84%D8%B4%D8%B1%D9%83%D8%A7%D8%A1/?pictures=later",
    )


@pytest.mark.parametrize(
    "request_",
    [
        {},
        {"query": "pictures=now", **SAVES},
        {"method": "POST", **SAVES},
        {"path": "/media/images/one.jpg", **SAVES},
        {"path": "/admin/", **SAVES},
        {"HTTP_SEC_FETCH_DEST": "empty", **SAVES},
    ],
    ids=["nothing saved", "chosen", "an act", "a file", "the back office", "a script"],
)
def test_nobody_else_is_sent_anywhere(request_):
    assert ask(**request_) == ("200", None)


@pytest.mark.parametrize(
    ("asked", "understood"),
    [
        ("pictures=later&page=2", "pictures=later&page=2"),
        ("pictures=zzz1&page=2", "page=2"),
        ("page=2&%70ictures=zzz2", "page=2"),
        ("pictures", ""),
    ],
)
def test_a_choice_that_means_nothing_makes_no_other_page(asked, understood):
    given = []
    door = SparedLines(lambda environ, start_response: given.append(environ["QUERY_STRING"]) or [])

    door({"REQUEST_METHOD": "GET", "PATH_INFO": "/en/", "QUERY_STRING": asked}, None)

    assert given == [understood]
