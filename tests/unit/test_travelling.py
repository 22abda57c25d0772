"""What is not stored: how it goes out."""

import gzip

import pytest

from coalition.delivery.store.who_asks import is_for_all

LONG = b"Partners of the Coalition. " * 100
TEXTS = [
    *("text/html; charset=utf-8", "text/csv", "application/json", "application/problem+json"),
    *("application/atom+xml", "image/svg+xml", "application/vnd.oai.openapi+json"),
]
UNTOUCHED = {
    "a picture": {"Content-Type": "image/jpeg"},
    "what comes bit by bit": {"Content-Length": None},
    "part of a file": {"Content-Range": "bytes 0-9/10"},
    "a file of which parts may be had": {"Accept-Ranges": "bytes"},
    "what is in a coding already": {"Content-Encoding": "br"},
    "what fits into a packet": {"Content-Length": "100"},
}


@pytest.fixture
def ask(site):
    """For something that is not stored, as a browser that takes all codings."""
    said = {"Cache-Control": "private", "Content-Type": "text/html", "Content-Length": len(LONG)}
    site.headers, site.body = {name: str(value) for name, value in said.items()}, LONG

    def asked(*args, accepted="gzip, deflate, br", **more):
        return site.get(*args, HTTP_ACCEPT_ENCODING=accepted, **more)

    return asked


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("status", ["200 OK", "404 Not Found", "410 Gone", "503 Unavailable"])
def test_text_goes_out_in_gzip(site, ask, kind, status):
    site.headers["Content-Type"], site.status = kind, status

    said = ask()

    assert (said["status"], said["content-encoding"]) == (status, "gzip")
    assert gzip.decompress(said["body"]) == LONG
    assert said["content-length"] == str(len(said["body"]))
    assert said["vary"] == "Accept-Encoding"


@pytest.mark.parametrize("more", [{"method": "POST"}, {"HTTP_COOKIE": "csrf=1"}])
def test_so_does_what_the_store_never_looks_at(ask, more):
    assert ask(**more)["content-encoding"] == "gzip"


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "identity"])
def test_whoever_takes_no_gzip_gets_none_and_caches_know_it(ask, accepted):
    said = ask(accepted=accepted)

    assert (said["body"], said["vary"]) == (LONG, "Accept-Encoding")
    assert "content-encoding" not in said


@pytest.mark.parametrize("headers", UNTOUCHED.values(), ids=UNTOUCHED)
def test_leaves_alone(site, ask, headers):
    said = {**site.headers, **headers}
    site.headers = {name: value for name, value in said.items() if value is not None}

    said = ask()

    assert said["body"] == LONG
    assert said.get("content-encoding") == headers.get("Content-Encoding")
    assert said.get("content-length") == site.headers.get("Content-Length")


def test_the_same_page_in_other_bytes_is_named_so(site, ask):
    site.headers |= {"ETag": '"a"', "Vary": "Cookie"}

    said = ask()

    assert (said["etag"], said["vary"]) == ('W/"a"', "Cookie, Accept-Encoding")


def test_that_nothing_has_changed_is_told_in_no_coding(site, ask):
    site.status, site.body, site.headers = "304 Not Modified", b"", {"ETag": '"a"'}

    said = ask()

    assert {"content-encoding", "vary"}.isdisjoint(said)
    assert said["etag"] == '"a"'


def test_whoever_asks_for_headers_alone_gets_no_body(ask):
    said = ask(method="HEAD")

    assert (said["body"], said["vary"]) == (b"", "Accept-Encoding")


def test_what_is_not_for_all_is_left_alone(site, ask):
    site.door.may_be_compressed = lambda given: "HTTP_COOKIE" not in given

    assert ask(HTTP_COOKIE="session=1")["body"] == LONG


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"PATH_INFO": "/en/search/"}, True),
        ({"PATH_INFO": "/en/contact/", "HTTP_COOKIE": "csrf=1; cookie_consent=a"}, True),
        ({"PATH_INFO": "/en/", "HTTP_COOKIE": "a=b; session=1"}, False),
        ({"PATH_INFO": "/admin/login/"}, False),
        ({"PATH_INFO": "/static/site.css"}, False),
        ({"PATH_INFO": "/documents/1/a.csv"}, False),
    ],
)
def test_who_works_here_and_what_is_a_file_are_not_for_all(asked, expected):
    assert is_for_all({"HTTP_HOST": "coalition.example", **asked}) == expected
