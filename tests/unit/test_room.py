"""However many wait for what has to be made, a thread is left to hand out what is stored."""

from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager, nullcontext
from threading import Event
from types import SimpleNamespace

import pytest

from coalition.delivery.store import door, making, room, who_asks
from coalition.delivery.store.folder_shelf import FolderShelf
from coalition.delivery.store.room import Room
from coalition.delivery.store.who_asks import is_quick, quick_paths
from tests.behind_the_door import Site
from tests.shelves import MOST_PAGES

THREADS = 4
WAITING = 8
AN_INSTANT = 0.05
# Much less than anybody sleeps here.
SOON = 15
ASLEEP = 60
QUICK = "/healthz"


@pytest.fixture
def shelf(tmp_path):
    return FolderShelf(tmp_path, MOST_PAGES)


@pytest.fixture
def clients(site, monkeypatch):
    """They ask as many as they are, of a server of four threads that are asleep if they render."""
    monkeypatch.setattr(room, "PATIENCE", AN_INSTANT)
    site.door.room = Room(THREADS - 1, is_quick=lambda given: given["PATH_INFO"] == QUICK)
    site.get("/en/stored/")
    site.get("/en/before/")
    may_wake = Event()

    def application(given, start_response):
        if given["PATH_INFO"] != QUICK:
            may_wake.wait(ASLEEP)
        return site.application(given, start_response)

    site.door.application = application
    with ThreadPoolExecutor(THREADS) as threads:
        yield lambda *args, **more: threads.submit(site.get, *args, **more)
        may_wake.set()


@pytest.mark.parametrize("path", ["/en/other/{}/", "/en/the-same/", "/search"])
@pytest.mark.parametrize("more", [{}, {"HTTP_COOKIE": "session=1"}, {"method": "POST"}])
def test_a_stored_page_comes_however_many_wait_for_others(clients, path, more):
    for number in range(WAITING):
        clients(path.format(number), **more)

    assert clients("/en/stored/").result(SOON)["body"] == b"first"


def test_so_does_what_is_quick(clients):
    for number in range(WAITING):
        clients(f"/en/{number}/")

    assert clients(QUICK).result(SOON)["status"] == "200 OK"


def test_who_finds_no_place_is_told_when_to_come_again(clients):
    waiting = [clients(f"/en/{number}/") for number in range(WAITING)]

    said = waiting[-1].result(SOON)

    assert (said["status"], said["retry-after"]) == ("503 Service Unavailable", "30")


def test_who_finds_no_place_gets_the_page_before(site, clients):
    site.shelf.begin_generation()
    for number in range(WAITING):
        clients(f"/en/{number}/")

    said = clients("/en/before/").result(SOON)

    assert (said["body"], said["cache-control"]) == (b"first", "private, no-cache")


def test_who_finds_no_place_gets_the_page_that_was_made_meanwhile(site):
    @contextmanager
    def full_while_it_is_made(environ):
        Site(site.shelf).get()
        yield False

    site.door.room = SimpleNamespace(place=full_while_it_is_made, turn_away=room.turned_away)

    assert site.get()["body"] == b"first"


def test_who_has_waited_in_vain_for_somebody_else_gets_the_page_before(site, clients, monkeypatch):
    monkeypatch.setattr(door, "PATIENCE", AN_INSTANT)
    monkeypatch.setattr(door, "STAND_IN", 0)
    site.shelf.begin_generation()

    both = [clients("/en/before/") for _ in range(2)]
    first, _ = wait(both, SOON, FIRST_COMPLETED)

    assert ["Stale" in said.result()["warning"] for said in first] == [True]


@pytest.mark.parametrize(
    ("path", "waited"),
    [("/en/before/", [making.PATIENCE]), ("/en/new/", [making.PATIENCE, door.LAST_PATIENCE])],
)
def test_who_has_nothing_else_to_be_shown_waits_longer_for_somebody_else(
    site, monkeypatch, path, waited
):
    monkeypatch.setattr(door, "STAND_IN", 0)
    site.get("/en/before/")
    site.shelf.begin_generation()
    patience = []
    others = SimpleNamespace(wait=patience.append)
    site.shelf.turns = SimpleNamespace(turn=lambda key: nullcontext(others))

    site.get(path)

    assert patience == waited


def test_a_place_is_free_again_after_whoever_had_it(site):
    site.door.room = Room(1)

    statuses = {site.get(f"/en/{number}/")["status"] for number in range(THREADS)}

    assert statuses == {"200 OK"}


def test_who_comes_while_others_are_made_soon_waits_for_a_place(site):
    site.door.room = Room(1)
    begun, may_end = Event(), Event()

    def slow(given, start_response):
        begun.set()
        may_end.wait(ASLEEP)
        return site.application(given, start_response)

    site.door.application = slow
    with ThreadPoolExecutor(THREADS) as threads:
        first = threads.submit(site.get, "/en/first/")
        begun.wait(SOON)
        second = threads.submit(site.get, "/en/second/")
        may_end.set()

    assert [each.result()["status"] for each in (first, second)] == ["200 OK"] * 2


def test_files_of_pages_and_word_of_being_alive_are_quick(monkeypatch):
    files = {"css/site.css": "css/site.1a.css"}
    monkeypatch.setattr(who_asks, "staticfiles_storage", SimpleNamespace(hashed_files=files))
    asked = ["/static/css/site.1a.css", "/healthz", "/static/css/none.css", "/readyz", "/en/"]

    quick_paths.cache_clear()
    quick = [path for path in asked if is_quick({"PATH_INFO": path})]
    quick_paths.cache_clear()

    assert quick == asked[:2]
