"""Stored pages and the tags they wait for: purged exactly, and never put back."""

import json
from multiprocessing import get_context
from threading import Thread
from time import sleep, time

import pytest

from coalition.delivery.store import files
from coalition.delivery.store.address import Address
from coalition.delivery.store.entry import entry_of
from coalition.delivery.store.index import Pen
from coalition.delivery.tags import digest
from tests.shelves import in_a_folder

STORY, LIST, OTHER = digest("story:1"), digest("stories:1"), digest("story:2")


def address(path="/en/"):
    return Address("coalition.example", path)


def entry(body=b"first", lives_for=3600.0):
    return entry_of("200 OK", [], body, [], time() + lives_for)


def put(shelf, path, *tags, body=b"first", lives_for=3600.0):
    shelf.put(address(path), entry(body, lives_for), tags, shelf.moment())


def test_only_what_waits_for_it_is_purged(shelf):
    put(shelf, "/en/news/", LIST, STORY)
    put(shelf, "/en/news/1/", STORY)
    put(shelf, "/en/news/2/", OTHER)

    assert sorted(shelf.purge([STORY])) == [
        "coalition.example/en/news/",
        "coalition.example/en/news/1/",
    ]
    assert shelf.find(address("/en/news/1/")) is None
    assert shelf.find(address("/en/news/2/"))


def test_is_purged_once(shelf):
    put(shelf, "/en/", STORY)
    shelf.purge([STORY])

    assert shelf.purge([STORY]) == []


def test_what_was_purged_stands_in_where_nothing_better_can_be_had(shelf):
    put(shelf, "/en/", STORY)
    shelf.purge([STORY])

    assert shelf.find_stale(address()).body("identity") == b"first"


def test_a_new_page_replaces_the_stale_one(shelf):
    put(shelf, "/en/", STORY)
    shelf.purge([STORY])
    put(shelf, "/en/", OTHER, body=b"second")

    assert shelf.find(address()).body("identity") == b"second"
    assert shelf.find_stale(address()) is None
    assert shelf.purge([STORY]) == []


@pytest.mark.parametrize("happens_first", ["nothing", "a purge", "another generation"])
def test_what_is_purged_for_good_stands_in_for_nothing(shelf, happens_first):
    put(shelf, "/en/", STORY, LIST)
    if happens_first == "a purge":
        shelf.purge([LIST])
    elif happens_first == "another generation":
        shelf.begin_generation()

    shelf.purge([STORY], is_for_good=True)

    assert shelf.find_stale(address()) is None


@in_a_folder
def test_what_could_not_be_replaced_is_still_purged_for_good(shelf, monkeypatch):
    put(shelf, "/en/", STORY)
    monkeypatch.setattr(files, "write_entry", full)
    with pytest.raises(OSError, match="No space"):
        put(shelf, "/en/", OTHER, body=b"second")

    shelf.purge([STORY], is_for_good=True)

    assert shelf.find_stale(address()) is None


def full(*args):
    raise OSError("No space left on device")


def test_what_was_begun_before_a_purge_is_not_stored_after_it(shelf):
    begun = shelf.moment()
    shelf.purge([STORY])

    shelf.put(address("/en/1/"), entry(), [STORY], begun)
    shelf.put(address("/en/2/"), entry(), [OTHER], begun)

    assert shelf.find(address("/en/1/")) is None
    assert shelf.find(address("/en/2/"))


def test_what_was_begun_before_more_purges_than_are_known_is_not_stored(shelf, monkeypatch):
    for kind in ("index", "redis_shelf"):
        monkeypatch.setattr(f"coalition.delivery.store.{kind}.PURGES_KNOWN", 2)
    begun = shelf.moment()
    for number in range(4):
        shelf.purge([digest(str(number))])

    shelf.put(address(), entry(), [STORY], begun)

    assert shelf.find(address()) is None


def test_tending_sets_aside_what_has_changed_by_itself(shelf):
    put(shelf, "/en/", STORY, lives_for=-1)
    put(shelf, "/en/news/", STORY)

    assert shelf.tend() == ["coalition.example/en/"]
    assert shelf.find(address("/en/news/"))


@in_a_folder
def test_tending_throws_away_what_is_too_old(shelf, monkeypatch):
    put(shelf, "/en/", STORY, lives_for=-1)
    shelf.tend()
    monkeypatch.setattr("coalition.delivery.store.folder_shelf.STALE_FOR", -60)

    shelf.tend()

    assert shelf.find_stale(address()) is None


def test_tending_tells_once_what_was_fresh_when_a_generation_ended(shelf):
    put(shelf, "/en/", STORY)
    put(shelf, "/en/news/", OTHER)
    shelf.purge([OTHER])
    shelf.begin_generation()

    assert shelf.tend() == ["coalition.example/en/"]
    assert shelf.tend() == []
    assert shelf.find_stale(address("/en/"))


@in_a_folder
def test_tending_throws_away_the_oldest_of_too_many(new_shelf):
    shelf = new_shelf(most_pages=3)
    for number in range(5):
        if number == 3:
            shelf.begin_generation()
        put(shelf, f"/en/{number}/", STORY)

    shelf.tend()

    left = {file.parent.name for file in shelf.folder.glob("g-*/**/entry.json")}
    assert left == {"2", "3", "4"}


@in_a_folder
def test_a_page_that_is_forgotten_while_it_is_stored_is_not_stored(shelf, monkeypatch):
    link = Pen.link

    def link_and_forget(pen, *args):
        number = link(pen, *args)
        pen.forget(pen.beyond(0))
        return number

    monkeypatch.setattr(Pen, "link", link_and_forget)
    put(shelf, "/en/", STORY)

    assert shelf.find(address()) is None


@in_a_folder
def test_a_web_server_finds_no_purged_page(shelf):
    put(shelf, "/en/", STORY)
    shelf.purge([STORY])

    assert not list(shelf.folder.glob("**/index.html*"))


@in_a_folder
def test_the_cost_of_a_purge_does_not_grow_with_the_shelf(shelf, monkeypatch):
    for number in range(30):
        put(shelf, f"/en/{number}/", digest(f"story:{number}"))
    touched = []
    monkeypatch.setattr("coalition.delivery.store.files.set_aside", touched.append)

    shelf.purge([digest("story:7")])

    assert [place.name for place in touched] == ["7"]


def test_many_who_publish_and_many_who_render_leave_no_old_page(new_shelf):
    said, seen = {STORY: 0, OTHER: 0}, []

    def publish(tag):
        shelf = new_shelf()
        for said[tag] in range(1, 21):
            shelf.purge([tag])
            sleep(0.005)
            found = shelf.find(address())
            if found and json.loads(found.body("identity"))[tag] < said[tag]:
                seen.append(found)

    def render():
        shelf = new_shelf()
        while any(number < 20 for number in said.values()):
            begun, body = shelf.moment(), json.dumps(said).encode()
            sleep(0.002)
            shelf.put(address(), entry(body), said, begun)

    workers = [Thread(target=publish, args=[tag]) for tag in said]
    workers += [Thread(target=render) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert not seen
    last = new_shelf().find(address())
    assert last is None or json.loads(last.body("identity")) == {STORY: 20, OTHER: 20}


def publish_and_read(new_shelf, folder, changes, seen):
    """One process changes what a page says and purges it; afterwards it looks at it."""
    shelf = new_shelf()
    said = folder / "said"
    for number in range(changes):
        said.write_text(str(number))
        shelf.purge([STORY])
        found = shelf.find(address())
        if found and int(found.body("identity")) < number:
            seen.put(f"{number}: {found.body('identity')!r}")


def render(new_shelf, folder, renders):
    """Others make the page meanwhile from what it says."""
    shelf = new_shelf()
    for _ in range(renders):
        begun = shelf.moment()
        body = (folder / "said").read_bytes() or b"0"
        shelf.put(address(), entry(body), [STORY], begun)


def test_no_process_puts_an_old_page_back(new_shelf, tmp_path):
    (tmp_path / "said").write_text("0")
    processes = get_context("spawn")
    seen = processes.Queue()
    editor = processes.Process(target=publish_and_read, args=(new_shelf, tmp_path, 40, seen))
    readers = [Thread(target=render, args=(new_shelf, tmp_path, 40)) for _ in range(3)]

    editor.start()
    for reader in readers:
        reader.start()
    for worker in (editor, *readers):
        worker.join()

    assert editor.exitcode == 0
    assert seen.empty()
    last = new_shelf().find(address())
    assert last is None or last.body("identity") == b"39"
