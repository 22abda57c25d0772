"""Stored pages of several machines: nothing lives for ever, and a server may fail in any way."""

from secrets import token_bytes
from signal import SIGCONT, SIGSTOP
from threading import Event, Thread
from time import time

import pytest

from coalition.delivery import breaker
from coalition.delivery.store import redis_server
from coalition.delivery.store.address import Address
from coalition.delivery.store.door import StoredPages
from coalition.delivery.store.entry import entry_of
from coalition.delivery.store.redis_shelf import RedisShelf
from coalition.delivery.tags import digest
from tests.page_server import page_server

A_DAY = 24 * 60 * 60
STORY, OTHER = digest("story:1"), digest("story:2")
HOME = Address("coalition.example", "/en/")
LIST = Address("coalition.example", "/en/news/", "kind=statement")


def entry(body=b"first", lives_for=3600.0):
    return entry_of("200 OK", [], body, [], time() + lives_for)


@pytest.fixture
def shelf(server):
    return RedisShelf(server.address)


@pytest.fixture
def own_server():
    """That may be stopped and started."""
    with page_server() as server:
        yield server


@pytest.fixture
def asked_again(monkeypatch):
    """The seconds are over in which a server is left in peace."""
    return lambda: monkeypatch.setattr(breaker, "monotonic", lambda: 1e12)


def test_nothing_lives_for_ever(server, shelf):
    for address in (HOME, LIST):
        shelf.put(address, entry(), [STORY], shelf.moment())
    shelf.put(HOME, entry(lives_for=-1), [OTHER], shelf.moment())
    shelf.purge([STORY])
    shelf.tend()
    shelf.begin_generation()

    with server.client() as client:
        left = {key.decode(): client.ttl(key) for key in client.scan_iter()}
    assert len(left) == 8
    assert all(0 < seconds <= 50 * 3600 for seconds in left.values())
    assert left[f"pages:page:{HOME}"] <= A_DAY
    assert left[f"pages:page:{LIST}"] <= A_DAY


def test_a_page_of_before_a_generation_is_gone_when_its_day_is_over(server, shelf):
    shelf.put(HOME, entry(), [STORY], shelf.moment())
    with server.client() as client:
        a_minute_ago = int((time() - 60) * 1_000_000)
        client.hset("pages:state", mapping={"generation": a_minute_ago, "forgotten": 0})
        client.hset(f"pages:page:{HOME}", "written", 1)
        client.zadd("pages:due", {str(HOME): 1})

        shelf.tend()

        gone_at = client.expiretime(f"pages:page:{HOME}")
        assert gone_at < client.zscore("pages:due", str(HOME)) < time() + A_DAY


@pytest.mark.parametrize("take_away", ["purge", "forget"])
def test_what_was_taken_away_leaves_no_bytes(server, shelf, take_away):
    shelf.put(HOME, entry(b"in danger"), [STORY], shelf.moment())

    shelf.purge([STORY], is_for_good=True) if take_away == "purge" else shelf.forget()

    with server.client() as client:
        assert not client.keys("pages:page:*")


def test_a_page_in_memory_is_not_sent_again(server, shelf):
    shelf.put(HOME, entry(token_bytes(100_000)), [STORY], shelf.moment())
    shelf.find(HOME)
    with server.client() as client:
        before = client.info("stats")["total_net_output_bytes"]
        found = shelf.find(HOME)
        sent = client.info("stats")["total_net_output_bytes"] - before

    assert len(found.body("identity")) == 100_000
    assert sent < 20_000


@pytest.mark.usefixtures("patient")
def test_a_full_server_stores_nothing_and_still_purges(own_server):
    shelf = RedisShelf(own_server.address)
    shelf.put(HOME, entry(), [STORY], shelf.moment())
    with own_server.client() as client:
        client.config_set("maxmemory", 1)

    with pytest.raises(OSError, match="full"):
        shelf.put(LIST, entry(), [OTHER], shelf.moment())
    assert shelf.find(HOME)
    assert shelf.purge([STORY]) == [str(HOME)]
    assert shelf.find(HOME) is None


def test_a_server_that_would_drop_tags_is_not_used():
    with page_server("--maxmemory", "50mb", "--maxmemory-policy", "allkeys-lru") as server:
        shelf = RedisShelf(server.address)

        assert shelf.find(HOME) is None
        with pytest.raises(OSError):
            shelf.moment()


@pytest.mark.usefixtures("patient")
def test_a_server_that_has_started_again_shows_nothing_of_before(own_server, asked_again):
    shelf = RedisShelf(own_server.address)
    shelf.put(HOME, entry(), [STORY], begun := shelf.moment())
    with own_server.client() as client:
        client.save()
    shelf.purge([STORY])
    own_server.kill()
    own_server.start()
    asked_again()

    shelf.put(LIST, entry(), [OTHER], begun)

    assert (shelf.find(HOME), shelf.find_stale(HOME), shelf.find(LIST)) == (None, None, None)


def test_a_server_that_has_lost_everything_takes_nothing_of_before(server, shelf):
    begun = shelf.moment()
    shelf.purge([STORY])
    with server.client() as client:
        client.flushall()

    shelf.put(HOME, entry(), [STORY], begun)

    assert shelf.find(HOME) is None


def test_a_silent_server_is_waited_for_once(own_server, asked_again, monkeypatch):
    # A machine may be busy, but not for so long.
    monkeypatch.setattr(redis_server, "SECONDS_TO_READ", 2)
    monkeypatch.setattr(redis_server, "AN_INSTANT", 2)
    shelf = RedisShelf(own_server.address)
    shelf.put(HOME, entry(), [STORY], shelf.moment())
    asked, run = [], redis_server.run
    monkeypatch.setattr(redis_server, "run", lambda *args: asked.append(args) or run(*args))
    own_server.signal(SIGSTOP)

    assert shelf.find(HOME) is None
    assert shelf.find_stale(HOME) is None
    with pytest.raises(OSError):
        shelf.moment()
    assert len(asked) == 1

    own_server.signal(SIGCONT)
    asked_again()
    assert shelf.find(HOME)


def test_a_purge_that_a_silent_server_may_not_have_heard_has_failed(own_server, monkeypatch):
    monkeypatch.setattr(redis_server, "SECONDS_TO_PURGE", 0.2)
    shelf = RedisShelf(own_server.address)
    own_server.signal(SIGSTOP)

    with pytest.raises(OSError, match="could not be told"):
        shelf.purge([STORY])


def test_a_slow_server_is_left_in_peace(monkeypatch):
    asked = []
    monkeypatch.setattr(redis_server, "AN_INSTANT", 0)
    monkeypatch.setattr(redis_server, "run", lambda *args: asked.append(args))
    server = redis_server.Server("redis://127.0.0.1")

    server.read("moment")
    server.read("moment")
    with pytest.raises(OSError, match="in peace"):
        server.read("moment")

    assert len(asked) == 2


def test_a_turn_ends_when_the_page_is_made_and_by_itself_where_a_machine_dies(server, shelf):
    with server.client() as client:
        with shelf.turns.turn(HOME):
            assert 0 < client.ttl(f"pages:turn:{HOME}") <= 5
        assert not client.exists(f"pages:turn:{HOME}")


def test_a_server_that_dies_under_load_costs_no_visitor_a_page(own_server):
    door = Site().behind(RedisShelf(own_server.address))
    load = Load(door)
    readers = [Thread(target=load.read) for _ in range(4)]

    for reader in readers:
        reader.start()
    for happens in (own_server.kill, own_server.start, load.is_over.set):
        load.goes_on()
        happens()
    for reader in readers:
        reader.join()

    assert not load.failures


class Site:
    """One page, made by an application."""

    def application(self, given, start_response):
        headers = {"Cache-Control": "public", "X-Page-Parameters": "", "X-Page-Tags": STORY}
        start_response("200 OK", list(headers.items()))
        return [b"first"]

    def behind(self, shelf):
        return StoredPages(self.application, shelf, lambda given: False)


class Load:
    """Reads until it is over."""

    def __init__(self, door):
        self.door = door
        self.is_over = Event()
        self.pages, self.failures = 0, []

    def goes_on(self):
        """Until some more were read, if all were so far."""
        enough = self.pages + 20
        while self.pages < enough and not self.failures:
            self.is_over.wait(0.01)

    def read(self):
        while not self.is_over.is_set():
            try:
                assert get(self.door) == b"first"
                self.pages += 1
            except Exception as error:  # noqa: BLE001 - whatever a visitor would have met.
                self.failures.append(error)


def get(door):
    given = {"REQUEST_METHOD": "GET", "HTTP_HOST": HOME.host, "PATH_INFO": HOME.path}
    return b"".join(door(given, lambda status, headers: None))
