"""Stored pages: what is stored, who gets it, and in which coding."""

import gzip
from threading import Event, Thread

import brotli
import pytest

from coalition.delivery.store.entry import best_coding
from tests.behind_the_door import PUBLIC, Site


def test_hands_out_what_it_has(site):
    first, second = site.get(), site.get()

    assert first["body"] == second["body"] == b"first"
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("accepted", "decompress"),
    [("gzip, deflate, br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)],
)
def test_hands_it_out_as_the_browser_likes_it(site, accepted, decompress):
    site.get()

    said = site.get(HTTP_ACCEPT_ENCODING=accepted)

    assert decompress(said["body"]) == b"first"
    assert said["vary"] == "Accept-Encoding"
    assert said["content-length"] == str(len(said["body"]))


def test_says_that_a_copy_is_still_good(site):
    etag = site.get()["etag"]

    said = site.get(HTTP_IF_NONE_MATCH=f'"other", {etag}')

    assert said["status"].startswith("304")
    assert said["body"] == b""
    assert "content-length" not in said


def test_says_so_as_well_to_whoever_only_knows_since_when(site):
    site.headers["Last-Modified"] = "Sun, 31 May 2020 12:00:00 GMT"
    site.get()

    unchanged = site.get(HTTP_IF_MODIFIED_SINCE="Sun, 31 May 2020 12:00:00 GMT")
    changed = site.get(HTTP_IF_MODIFIED_SINCE="Sat, 30 May 2020 12:00:00 GMT")

    assert (unchanged["status"][:3], changed["status"][:3]) == ("304", "200")


def test_is_made_for_all_by_whoever_has_a_copy_already(site):
    asked = []

    def application(given, start_response):
        asked.append("HTTP_IF_NONE_MATCH" in given)
        return site.application(given, start_response)

    site.door.application = application
    site.get(HTTP_IF_NONE_MATCH='"an older one"')
    site.get()

    assert asked == [False]


@pytest.mark.parametrize("kind", ["application/json", "application/xml", "text/csv"])
def test_what_is_no_page_keeps_its_headers(site, kind):
    site.headers |= {"Content-Type": kind, "Access-Control-Allow-Origin": "*"}

    for _ in range(2):
        said = site.get("/en/news/feed.json")

    assert (said["content-type"], said["access-control-allow-origin"]) == (kind, "*")
    assert len(site.asked) == 1


def test_answers_head_with_the_headers_alone_of_a_page_that_is_made_once(site):
    for _ in range(2):
        said = site.get(method="HEAD")

    assert (said["body"], said["content-length"]) == (b"", "5")
    assert len(site.asked) == 1


def test_answers_head_with_the_headers_alone_of_what_is_not_stored(site):
    site.headers["Cache-Control"] = "private, no-store"

    said = site.get(method="HEAD")

    assert (said["status"], said["body"]) == ("200 OK", b"")


def test_keeps_its_own_header_to_itself(site):
    assert "x-page-parameters" not in site.get()
    assert "x-page-parameters" not in site.get()


NOT_STORED = {
    "a page that does not say so": {"X-Page-Parameters": None},
    "a private page": {"Cache-Control": "private, no-store"},
    "a page that sets a cookie": {"Set-Cookie": "a=b"},
    "a page that varies": {"Vary": "Cookie"},
}


@pytest.mark.parametrize("headers", NOT_STORED.values(), ids=NOT_STORED)
def test_does_not_store(site, headers):
    site.headers = {
        name: value for name, value in {**PUBLIC, **headers}.items() if value is not None
    }

    site.get()
    site.get()

    assert len(site.asked) == 2


@pytest.mark.parametrize("status", ["404 Not Found", "302 Found", "500 Internal Server Error"])
def test_does_not_store_an_answer_of(site, status):
    site.status = status

    assert site.get()["status"] == status
    site.get()

    assert len(site.asked) == 2


def test_neither_stores_nor_shows_it_to_somebody_known(site):
    site.get(HTTP_COOKIE="session=1")
    site.get()
    site.get(HTTP_COOKIE="session=1")

    assert len(site.asked) == 3


def test_does_not_store_what_is_posted(site):
    site.get(method="POST")
    site.get(method="POST")

    assert len(site.asked) == 2


def test_each_page_handed_out_is_told_of_once(site, later):
    told = []
    site.door.on_page = told.append
    site.get()
    site.get()
    later()
    site.get()

    assert len(told) == 3


def test_a_full_disk_costs_no_visitor_a_page(site, monkeypatch):
    def full(*args):
        raise OSError

    monkeypatch.setattr(site.shelf, "put", full)

    assert site.get()["body"] == b"first"


def test_of_many_threads_and_processes_one_renders_and_the_others_wait(site, new_shelf):
    begun, may_end = Event(), Event()

    def slow(given, start_response):
        begun.set()
        may_end.wait(60)
        return site.application(given, start_response)

    processes = [site, Site(new_shelf()), Site(new_shelf())]
    for process in processes:
        process.door.application = slow
    said = []
    threads = [
        Thread(target=lambda process=process: said.append(process.get()["body"]))
        for process in processes * 3
    ]
    for thread in threads:
        thread.start()
    begun.wait(60)
    may_end.set()
    for thread in threads:
        thread.join()

    assert said == [b"first"] * 9
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br;q=0, gzip", "gzip"),
        ("gzip;q=1.0, br;q=0.5", "br"),
        ("deflate", "identity"),
        ("*", "identity"),
        ("br;q=0,gzip;q=0", "identity"),
    ],
)
def test_chooses_a_coding(accepted, coding):
    assert best_coding(accepted) == coding
