"""What has just changed is made anew before anybody waits for it."""

import os
from contextlib import ExitStack
from threading import Thread

import pytest

from coalition.delivery.store import door, files, folder_turns, making, warmer
from coalition.delivery.store.address import Address
from coalition.delivery.store.folder_shelf import FolderShelf
from coalition.delivery.store.warmer import MOST, Warmer, most_urgent
from tests.behind_the_door import Site
from tests.shelves import MOST_PAGES

HOST = "coalition.example"
HOME = Address(HOST, "/en/")
TAG = "0a"


@pytest.fixture
def work(monkeypatch):
    """What has been asked for is done when this is called, and not in another thread."""
    begun = []

    class Waiting:
        def __init__(self, target, **options):
            self.target = target

        def start(self):
            begun.append(self.target)

    def do():
        while begun:
            begun.pop()()

    monkeypatch.setattr(warmer, "Thread", Waiting)
    return do


@pytest.fixture
def site(tmp_path, work):
    site = Site(FolderShelf(tmp_path, MOST_PAGES))
    site.headers["X-Page-Tags"] = TAG
    site.door.warmer = Warmer(site.door.renew)
    return site


def purge(site, **how):
    site.body = b"second"
    purged = site.shelf.purge([TAG], **how)
    site.door.warmer.ask_for(*map(Address.told, purged))


def stored(site, address=HOME):
    entry = site.shelf.find(address)
    return entry and entry.body("identity")


def test_what_was_purged_is_made_anew_without_a_visitor(site, work):
    site.get()
    purge(site)

    work()

    assert stored(site) == b"second"


@pytest.mark.parametrize(
    "address",
    [
        HOME,
        Address(HOST, "/"),
        Address(HOST, "/ar/أخبار/", "topic=health&year=2020"),
        Address("localhost:8000", "/en/what?/", "q=a%2Fb%3F"),
        Address(HOST, "/robots.txt"),
        Address(HOST, "/en/news/feed.json", "kind=news"),
    ],
)
def test_an_address_is_asked_for_as_it_was_told(site, work, address):
    said = []
    site.door.application = lambda given, start_response: said.append(given) or []

    site.door.warmer.ask_for(Address.told(str(address)))
    work()

    assert [door.address_of(given) for given in said] == [address]


def test_nobody_waits_for_what_is_being_made(site, work):
    site.get()
    purge(site)

    said = site.get()

    assert said["body"] == b"first"
    assert "private" in said["cache-control"]
    assert len(site.asked) == 1
    work()
    assert site.get()["body"] == b"second"


def test_all_are_answered_by_one_making(site, work):
    site.get()
    purge(site)

    for _ in range(9):
        site.get()
    work()

    assert len(site.asked) == 2


def test_the_page_before_is_shown_for_a_second_at_the_most(site, monkeypatch):
    site.get()
    purge(site)
    monkeypatch.setattr(door, "STAND_IN", 0)

    assert site.get()["body"] == b"second"


def test_what_has_long_changed_by_itself_is_not_shown_for_another_second(site, monkeypatch):
    monkeypatch.setattr(making, "FRESH_FOR", -60)
    site.get()
    site.body = b"second"
    site.shelf.tend()

    assert site.get()["body"] == b"second"


def test_what_was_taken_away_does_not_stand_in(site):
    site.get()
    purge(site, is_for_good=True)

    assert site.get()["body"] == b"second"


def test_what_was_set_aside_long_ago_does_not_stand_in_after_all_changed(site):
    site.get()
    purge(site)
    long_ago(site)
    site.shelf.begin_generation()

    assert site.get()["body"] == b"second"


def test_what_is_set_aside_while_one_looks_brings_back_nothing_older(site, monkeypatch):
    site.get()
    purge(site)
    long_ago(site)
    look = site.shelf.find_stale

    def look_while_it_changes(address):
        older = look(address)
        site.door.renew(address)
        site.shelf.purge([TAG])
        return older

    monkeypatch.setattr(site.shelf, "find_stale", look_while_it_changes)

    assert site.get()["body"] == b"second"


def long_ago(site):
    (set_aside,) = site.shelf.folder.rglob(files.STALE)
    os.utime(set_aside, (0, 0))


def test_what_changes_while_it_is_made_is_made_once_more(site, work):
    site.get()
    purge(site)

    def change_once(given, start_response):
        site.door.application = site.application
        answer = site.application(given, start_response)
        site.body = b"third"
        site.shelf.purge([TAG])
        return answer

    site.door.application = change_once
    work()

    assert stored(site) == b"third"


def test_a_page_is_made_after_another_that_shares_its_turn(site, monkeypatch):
    monkeypatch.setattr(folder_turns, "FILES", 1)
    elsewhere = FolderShelf(site.shelf.folder, MOST_PAGES)
    with ExitStack() as at_it:
        at_it.enter_context(elsewhere.turns.turn(Address(HOST, "/fr/")))
        monkeypatch.setattr(folder_turns.Elsewhere, "wait", lambda *args: at_it.close() or True)

        site.door.renew(HOME)

    assert stored(site) == b"first"


def test_a_failure_is_told_and_stops_nothing_else(site, work, caplog):
    other = Address(HOST, "/fr/")
    site.get(HOME.path)
    site.get(other.path)
    purge(site)

    def fail_for_home(given, start_response):
        if given["PATH_INFO"] == HOME.path:
            raise RuntimeError("no")
        return site.application(given, start_response)

    site.door.application = fail_for_home
    work()

    assert "/en/ could not be made anew" in caplog.text
    assert stored(site, other) == b"second"


def test_of_a_great_change_only_so_much_is_made(site, work):
    site.door.warmer.ask_for(*(Address(HOST, f"/en/news/{number}/") for number in range(99)))
    work()

    assert len(site.asked) == MOST


def test_front_pages_come_first_then_what_is_read_most():
    ranked = ["/en/", "/fr/", "/en/partners/iraq/", "/en/news/", "/en/news/old/", "/en/about/us/x/"]

    found = most_urgent(
        [Address(HOST, path) for path in reversed(ranked)], lambda: {"/en/partners/iraq/": 9}
    )

    assert [address.path for address in found] == ranked


def test_a_page_as_it_is_comes_before_what_is_filtered():
    filtered = Address(HOST, "/en/", "pictures=later")

    assert most_urgent([filtered, Address(HOST, "/en/news/")], dict)[-1] == filtered


def test_files_come_last():
    files = [Address(HOST, "/robots.txt"), Address(HOST, "/en/news/feed.json")]
    pages = [Address(HOST, "/en/"), Address(HOST, "/en/news/mosul/")]

    assert most_urgent([*files, *pages], dict) == [*pages, *files]


def test_it_works_beside_whoever_asks(tmp_path, monkeypatch):
    threads = []
    monkeypatch.setattr(
        warmer, "Thread", lambda **options: threads.append(Thread(**options)) or threads[-1]
    )
    made = []

    Warmer(made.append).ask_for(HOME)
    threads[0].join(60)

    assert made == [HOME]
    assert threads[0].daemon, "a process that ends must not wait for it"
