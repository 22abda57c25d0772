"""Stored pages: what is stored, who gets it, and what happens when nothing better can be had."""

import gzip
from pathlib import Path
from shutil import rmtree
from threading import Event, Thread
from time import time

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalition.delivery.store import door, folder_shelf, making
from coalition.delivery.store.address import Address, address_of, is_safe
from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.entry import best_coding
from coalition.delivery.store.folder_shelf import place_in
from coalition.delivery.store.locks import alone
from coalition.delivery.store.parameters import heard, told
from coalition.delivery.store.shelf import FRESH_FOR
from tests.shelves import in_a_folder

PUBLIC = {"Cache-Control": "public, max-age=60", "X-Page-Parameters": ""}


def environ(path="/en/", query="", method="GET", **more):
    return {
        "REQUEST_METHOD": method,
        "HTTP_HOST": "coalition.example",
        "PATH_INFO": path.encode().decode("latin-1"),
        "QUERY_STRING": query,
        **more,
    }


class Site:
    """An application that counts how often it is asked, behind the door."""

    def __init__(self, shelf):
        self.asked = []
        self.status, self.headers, self.body = "200 OK", dict(PUBLIC), b"first"
        self.shelf = shelf
        self.door = StoredPages(self.application, self.shelf, lambda given: "HTTP_COOKIE" in given)

    def application(self, given, start_response):
        self.asked.append(given["QUERY_STRING"])
        start_response(self.status, list(self.headers.items()))
        return [self.body if given["REQUEST_METHOD"] == "GET" else b""]

    def get(self, *args, **more):
        said = {}

        def start_response(status, headers):
            said.update(status=status, **{name.lower(): value for name, value in headers})

        said["body"] = b"".join(self.door(environ(*args, **more), start_response))
        return said


@pytest.fixture
def site(shelf):
    return Site(shelf)


@pytest.fixture
def later(monkeypatch):
    """Lets stored pages expire."""

    def an_hour_later():
        for module in (door, making):
            monkeypatch.setattr(module, "time", lambda: time() + FRESH_FOR)

    return an_hour_later


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


def test_drops_parameters_that_the_page_does_not_ask_for(site):
    site.headers["X-Page-Parameters"] = "topic,year=2019|2020"
    site.get()

    for number in range(20):
        site.get(query=f"utm_source={number}")
    site.get(query="year=2020&fbclid=1&topic=aid")
    site.get(query="topic=aid&year=2020")
    site.get(query="topic=aid")

    assert site.asked == ["", "topic=aid&year=2020", "topic=aid"]


def test_all_values_that_a_page_does_not_understand_are_one(site):
    site.headers["X-Page-Parameters"] = "kind=news|statement,q"

    for number in range(100):
        site.get(query=f"kind={number}")
    site.get(query="kind=news")

    assert site.asked == ["kind=0", "", "kind=-", "kind=news"]


def test_a_value_is_understood_as_soon_as_a_page_offers_it(site):
    site.headers["X-Page-Parameters"] = "topic=aid"
    site.get()
    site.headers["X-Page-Parameters"] = "topic=aid|health"
    site.shelf.begin_generation()

    site.get(query="topic=health")

    assert site.asked == ["", "topic=health"]


@given(
    st.dictionaries(
        st.from_regex(r"[a-z]+", fullmatch=True), st.none() | st.lists(st.text(), min_size=1)
    )
)
def test_the_store_hears_what_a_page_tells_of_its_parameters(parameters):
    header = told(parameters)

    assert header.isascii()
    assert heard(header) == parameters


@pytest.fixture
def has_room_for(monkeypatch):
    """So many variants of a page."""

    def limit(number):
        for kind in ("folder_shelf", "redis_shelf"):
            monkeypatch.setattr(f"coalition.delivery.store.{kind}.MOST_VARIANTS", number)

    return limit


def test_of_too_many_variants_the_oldest_go(site, has_room_for):
    has_room_for(3)
    site.headers["X-Page-Parameters"] = "q"
    addresses = [Address("coalition.example", "/en/", f"q={number}") for number in range(5)]
    for address in addresses:
        site.get(query=address.query)

    assert [bool(site.shelf.find(address)) for address in addresses] == [False] * 2 + [True] * 3


def test_what_is_stored_was_rendered_for_its_own_address(site):
    site.headers["X-Page-Parameters"] = "year"
    site.door.application = asks_for_what_django_reads(site)

    site.get(query="year=2020&year=&x=1")

    assert site.get(query="year=2020")["body"] == b"year=2020"
    assert site.asked == ["year=2020&year=&x=1", "", "year=2020"]


def asks_for_what_django_reads(site):
    def application(given, start_response):
        site.body = given["QUERY_STRING"].encode()
        return site.application(given, start_response)

    return application


@in_a_folder
@pytest.mark.parametrize("damaged", [b"", b"{", b"[]", b'{"status": "200 OK"}', b"\xff"])
def test_makes_anew_what_lies_there_damaged(site, damaged):
    site.get()
    (site.shelf.current / "coalition.example" / "en" / "entry.json").write_bytes(damaged)

    assert site.get()["body"] == b"first"
    assert len(site.asked) == 2


@in_a_folder
def test_what_no_disk_can_name_is_rendered(site):
    site.get()

    assert site.get(HTTP_HOST="a" * 300)["body"] == b"first"
    assert site.get("/" + f"{'😀' * 49}/" * 20)["body"] == b"first"


@in_a_folder
def test_an_emptied_folder_is_filled_again(site):
    site.get()
    rmtree(site.shelf.folder)

    assert site.get()["body"] == b"first"
    site.get()

    assert len(site.asked) == 2


@in_a_folder
def test_a_full_disk_keeps_nothing_half_written(site, monkeypatch):
    def full(*args):
        raise OSError

    monkeypatch.setattr(Path, "chmod", full)
    site.get()

    assert not list(site.shelf.folder.glob("**/new-*"))


@in_a_folder
def test_a_process_that_does_not_let_go_of_the_index_costs_no_visitor_a_page(site, monkeypatch):
    monkeypatch.setattr(folder_shelf, "LITTLE_PATIENCE", 0.02)
    index = site.shelf.folder / site.shelf.moment().generation / "index.lock"

    with alone(index, 0):
        assert site.get()["body"] == b"first"
    site.get()

    assert len(site.asked) == 2


def test_a_change_counts_at_once(site):
    site.get()
    site.body = b"second"
    site.shelf.begin_generation()

    assert site.get()["body"] == b"second"


def test_what_was_rendered_before_a_change_is_not_shown_after_it(site):
    def change_while_rendering(given, start_response):
        site.shelf.begin_generation()
        return site.application(given, start_response)

    site.door.application = change_while_rendering
    site.get()
    site.door.application = site.application
    site.body = b"second"

    assert site.get()["body"] == b"second"


def test_renders_anew_what_has_expired(site, later):
    site.get()
    later()
    site.body = b"second"

    assert site.get()["body"] == b"second"


@pytest.mark.parametrize("change", ["it expires", "something is published"])
def test_shows_the_old_page_while_nothing_better_can_be_had(site, later, change):
    site.get()
    later() if change == "it expires" else site.shelf.begin_generation()
    site.status, site.body = "503 Service Unavailable", b"broken"

    said = site.get()

    assert said["body"] == b"first"
    assert "Stale" in said["warning"]


def test_does_not_try_again_at_once(site, later):
    site.get()
    later()
    site.status = "500 Internal Server Error"
    site.get()
    asked = len(site.asked)

    site.get()

    assert len(site.asked) == asked


def test_an_address_that_always_fails_holds_up_no_other(site):
    site.get()
    site.status = "500 Internal Server Error"
    site.get("/en/broken/")
    site.status, site.body = "200 OK", b"second"
    site.shelf.begin_generation()

    assert site.get()["body"] == b"second"


def test_each_page_handed_out_is_told_of_once(site, later):
    told = []
    site.door.on_page = told.append
    site.get()
    site.get()
    later()
    site.get()

    assert len(told) == 3


def test_a_failure_is_shown_where_there_was_no_page(site):
    site.status = "500 Internal Server Error"

    assert site.get()["status"].startswith("500")


def test_a_full_disk_costs_no_visitor_a_page(site, monkeypatch):
    def full(*args):
        raise OSError

    monkeypatch.setattr(site.shelf, "put", full)

    assert site.get()["body"] == b"first"


def test_of_many_threads_and_processes_one_renders_and_the_others_wait(site, new_shelf):
    begun, may_end = Event(), Event()

    def slow(given, start_response):
        begun.set()
        may_end.wait(5)
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
    begun.wait(5)
    may_end.set()
    for thread in threads:
        thread.join()

    assert said == [b"first"] * 9
    assert len(site.asked) == 1


def test_the_page_before_a_change_stands_in_for_a_moment(site, monkeypatch):
    site.get()
    site.shelf.begin_generation()
    begun, may_end = Event(), Event()

    def slow(given, start_response):
        begun.set()
        may_end.wait(5)
        return site.application(given, start_response)

    site.door.application, site.body = slow, b"second"
    thread = Thread(target=site.get)
    thread.start()
    begun.wait(5)
    at_once = site.get()["body"]
    may_end.set()
    thread.join()

    assert at_once == b"first"
    assert site.get()["body"] == b"second"


@in_a_folder
def test_old_generations_are_cleared_out(site):
    for _ in range(9):
        site.shelf.begin_generation()
        site.get()

    assert len(list(site.shelf.folder.glob("g-*"))) <= 6


@in_a_folder
def test_a_file_lies_where_a_web_server_finds_it(site):
    site.get("/ar/أخبار/")

    page = site.shelf.current / "coalition.example" / "ar" / "أخبار" / "index.html"
    assert page.read_bytes() == b"first"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == b"first"


@pytest.mark.parametrize(
    "path",
    [
        "/en",
        "/static/site.css",
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


@pytest.mark.parametrize("host", ["", "a/b", "../x", "a b", "A_B", "[::1]"])
def test_such_a_host_has_no_pages(host):
    assert address_of(environ(HTTP_HOST=host)) is None


@given(st.text())
def test_no_path_leads_out_of_the_folder(tmp_path_factory, path):
    folder = tmp_path_factory.getbasetemp()
    if is_safe(f"/{path}"):
        place = place_in(folder, Address("coalition.example", f"/{path}"))
        assert place.resolve().is_relative_to(folder.resolve())


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


@in_a_folder
def test_forgetting_all_leaves_what_was_made_since(site, monkeypatch):
    begin = site.shelf.begin_generation
    monkeypatch.setattr(site.shelf, "begin_generation", lambda: (begin(), site.get()))

    site.shelf.forget()

    assert site.shelf.find(Address("coalition.example", "/en/")) is not None
