"""Caches in front are told of every change, again if they were away, and administrators see it."""

import json
from datetime import timedelta
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from coalition.audit.models import Entry
from coalition.delivery.store.site import forget_pages, purge
from coalition.delivery.tags import EVERYTHING, digest, of_address
from coalition.demo.builders import (
    build_admin,
    build_picture,
    build_story,
    publish_page,
    withdraw,
)
from coalition.fronts import kinds, queue, telling
from coalition.fronts.models import Purge
from coalition.fronts.saying import ANY_CHANGE
from coalition.outbound.client import Client
from coalition.takedowns.taking_down import take_down
from tests.stored import stored

pytestmark = pytest.mark.django_db


class StandIn(BaseHTTPRequestHandler):
    """Any of them: notes what it is asked, and answers as it is told to."""

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.asked.append(
            SimpleNamespace(method=self.command, path=self.path, headers=self.headers, body=body)
        )
        is_refused = self.server.refused in self.headers.get("xkey-softpurge", "").split()
        status = next(self.server.statuses, self.server.status)
        self.send_response(400 if is_refused else status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_PURGE = do_POST

    def log_message(self, *args):
        """Tests are quiet."""


@pytest.fixture(scope="module")
def server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def front(server, store, settings, monkeypatch):
    """A Varnish that is told at once, and has been told nothing yet."""
    server.asked, server.status, server.refused = [], 200, ""
    # Before that one.
    server.statuses = iter([])
    settings.FRONT_CACHES = [f"varnish://127.0.0.1:{server.server_port}"]
    monkeypatch.setattr(telling, "tell_in_background", telling.tell_fronts)
    return server


@pytest.fixture
def done(django_capture_on_commit_callbacks):
    """Do it, as one does outside of a test's own transaction."""

    def done(act):
        with django_capture_on_commit_callbacks(execute=True):
            return act()

    return done


@pytest.fixture
def later(monkeypatch):
    """Let time pass, and the clock come by."""

    def passed(**time):
        now = timezone.now() + timedelta(**time)
        monkeypatch.setattr(timezone, "now", lambda: now)
        call_command("tell_fronts", verbosity=0)

    return passed


def tags_asked(front, way="xkey-softpurge"):
    return {tag for ask in front.asked for tag in ask.headers.get(way, "").split()}


def of(*tags):
    return {digest(tag) for tag in (*tags, ANY_CHANGE)}


# What it is told


def test_a_publication_announces_exactly_what_our_own_store_forgets(
    front, store, done, monkeypatch
):
    story = done(build_story)
    front.asked.clear()
    forgotten = set()
    monkeypatch.setattr(store, "purge", lambda tags, **how: forgotten.update(tags) or [])

    story.title = "Second words"
    done(partial(publish_page, story))

    assert forgotten
    assert tags_asked(front) | tags_asked(front, "xkey-purge") == forgotten | of()


def test_what_was_taken_away_goes_for_good(front, done):
    story = done(build_story)
    front.asked.clear()

    done(partial(withdraw, story))

    assert digest(f"wagtailcore_page:{story.pk}") in tags_asked(front, "xkey-purge")


def test_a_draft_tells_nothing(front, done):
    story = done(build_story)
    front.asked.clear()

    done(story.save_revision)

    assert front.asked == []


def test_where_nobody_can_tell_what_has_changed_it_forgets_everything(front, done):
    done(forget_pages)

    assert tags_asked(front) == of(EVERYTHING)


def test_is_told_although_our_own_store_cannot_be(front, done, store, monkeypatch):
    def full(*args, **how):
        raise OSError("No space left on device")

    monkeypatch.setattr(store, "purge", full)

    with pytest.raises(OSError, match="No space"):
        done(partial(purge, ["news"], is_for_good=False))

    telling.tell_fronts()
    assert tags_asked(front) == of("news")


def test_does_not_start_where_no_page_has_tags(front, settings):
    settings.PAGE_STORE = ""

    with pytest.raises(ImproperlyConfigured, match="needs PAGE_STORE"):
        apps.get_app_config("fronts").ready()


def test_where_there_is_none_nothing_is_noted(front, done, settings):
    settings.FRONT_CACHES = []

    done(build_story)

    assert not Purge.objects.exists()


def test_networks_are_asked_as_they_want_it(front, done, settings, monkeypatch):
    root = f"http://127.0.0.1:{front.server_port}"
    us = Client(schemes=("http",), ports=(front.server_port,), may_ask=lambda address: True)
    monkeypatch.setattr(kinds, "CLIENT", us)
    monkeypatch.setattr(kinds, "CLOUDFLARE", f"{root}/client/v4")
    monkeypatch.setattr(kinds, "FASTLY", root)
    settings.FRONT_CACHES = ["cloudflare://0a1b?token=word", "fastly://SU1Z?key=word"]

    done(partial(purge, ["news", of_address("/en/é/")], is_for_good=False))

    by_tag, by_file, by_key, by_address = front.asked
    assert (by_tag.method, by_tag.path) == ("POST", "/client/v4/zones/0a1b/purge_cache")
    assert by_tag.headers["Authorization"] == "Bearer word"
    assert set(json.loads(by_tag.body)["tags"]) == of("news", of_address("/en/é/"))
    assert json.loads(by_file.body) == {"files": ["http://testserver/en/%C3%A9/"]}
    assert (by_key.method, by_key.path) == ("POST", "/service/SU1Z/purge")
    assert (by_key.headers["Fastly-Key"], by_key.headers["Fastly-Soft-Purge"]) == ("word", "1")
    assert set(by_key.headers["Surrogate-Key"].split()) == of("news", of_address("/en/é/"))
    assert by_address.path == "/purge/testserver/en/%C3%A9/"


# When it is told


def test_is_told_once_more_for_what_was_on_its_way_meanwhile(front, done, later):
    done(partial(purge, ["news"], is_for_good=False))
    front.asked.clear()

    later(seconds=11)
    later(seconds=11)

    assert len(front.asked) == 1
    assert tags_asked(front) == of("news")
    assert Purge.objects.get().state == Purge.State.TOLD


def test_is_told_later_if_it_was_away_and_nobody_tries_meanwhile(front, done, later):
    front.status = 503
    done(partial(purge, ["news"], is_for_good=False))
    done(partial(purge, ["partners"], is_for_good=False))
    assert len(front.asked) == 1
    assert Purge.objects.filter(error="It answered 503.").count() == 1

    front.status = 200
    later(minutes=2)

    assert tags_asked(front) == of("news", "partners")
    assert not Purge.objects.exclude(state=Purge.State.ONCE, error="").exists()


def test_a_crowd_becomes_everything(front, done, later):
    front.status = 503
    for number in range(telling.A_CROWD):
        done(partial(purge, [f"story:{number}"], is_for_good=False))
    front.asked.clear()

    front.status = 200
    later(minutes=2)

    assert len(front.asked) == 1
    assert tags_asked(front) == of(EVERYTHING)


def test_what_it_refuses_keeps_nothing_else_waiting(front, done, later):
    front.refused = digest("news")
    done(partial(purge, ["news"], is_for_good=False))
    done(partial(purge, ["partners"], is_for_good=False))

    later(minutes=2)

    states = {purge.what: purge.state for purge in Purge.objects.all()}
    assert states == {"news": Purge.State.REFUSED, "partners": Purge.State.TOLD}


def test_nor_does_it_in_a_crowd(front, done, later):
    front.status = 503
    for number in range(telling.A_CROWD):
        done(partial(purge, [of_address(f"/media/{number}")], is_for_good=False))
    front.status, front.refused = 200, digest(of_address("/media/40"))

    later(minutes=2)

    assert Purge.objects.exclude(state=Purge.State.ONCE).get().what == "/media/40"


def test_one_that_refuses_everything_is_not_asked_for_each(front, done, later):
    front.status = 503
    for number in range(telling.A_CROWD):
        done(partial(purge, [f"story:{number}"], is_for_good=False))
    front.asked.clear()
    front.status = 403

    later(minutes=2)

    assert len(front.asked) == telling.MOST_REFUSALS


def test_is_left_in_peace_when_it_stops_answering_meanwhile(front, done, later):
    front.status = 503
    for number in range(8):
        done(partial(purge, [f"story:{number}"], is_for_good=False))
    front.asked.clear()
    front.statuses = iter([403, 429])

    later(minutes=2)

    assert len(front.asked) == 2
    assert Purge.objects.filter(error="It answered 429.").count() == 8


def test_what_it_refused_is_told_when_it_takes_it(front, done, later):
    front.refused = digest("news")
    done(partial(purge, ["news"], is_for_good=False))

    front.refused = ""
    later(minutes=2)
    later(minutes=2)

    assert Purge.objects.get().state == Purge.State.TOLD


def test_whatever_fails_at_one_keeps_nothing_from_the_others(front, done, settings, monkeypatch):
    nobody = "varnish://127.0.0.1:1"
    settings.FRONT_CACHES = [nobody, *settings.FRONT_CACHES]
    monkeypatch.setattr(telling, "put_off", None)

    done(partial(purge, ["news"], is_for_good=False))

    assert tags_asked(front) == of("news")


def test_is_given_up_when_no_copy_can_be_so_old_and_the_log_says_so(front, done, later, caplog):
    front.status = 503
    done(partial(purge, ["news"], is_for_good=False))

    later(hours=47)
    assert Purge.objects.get().state == Purge.State.WAITING

    later(hours=2)
    assert Purge.objects.get().state == Purge.State.GIVEN_UP
    assert "was never told of news: It answered 503." in caplog.text


def test_what_is_to_go_for_good_is_told_however_long_it_takes(front, done, later):
    front.status = 503
    done(partial(purge, ["news"], is_for_good=True))
    later(days=3)
    front.asked.clear()

    front.status = 200
    later(hours=1)

    assert tags_asked(front, "xkey-purge") == of("news")


def test_is_not_forgotten_before_it_was_told(front, done, later):
    front.status = 503
    done(partial(queue.note, ["news"], is_for_good=True))

    later(days=31)

    assert Purge.objects.get().state == Purge.State.WAITING


def test_is_forgotten_after_a_month_unless_somebody_answers_for_it(front, done, later):
    done(partial(queue.note, ["news"], is_for_good=False))
    done(partial(queue.note, ["news"], is_for_good=True, occasion="takedowns.takedown:1"))

    later(days=31)

    assert Purge.objects.get().occasion == "takedowns.takedown:1"


def test_nobody_who_publishes_waits_for_it(front, done, monkeypatch):
    monkeypatch.undo()
    is_over = Event()
    monkeypatch.setattr(telling, "tell_fronts", lambda: is_over.wait(5))

    done(telling.tell_in_background)

    assert not is_over.is_set()
    is_over.set()


# What our pages tell it


def test_a_page_says_what_it_waits_for_whenever_it_was_stored(front, get, settings):
    story = build_story()
    named, settings.FRONT_CACHES = settings.FRONT_CACHES, []
    before = get(story.url)[2]

    settings.FRONT_CACHES = named
    now = get(story.url)[2]

    told = set(now.pop("xkey").split())
    page = f"wagtailcore_page:{story.pk}"
    assert {digest(tag) for tag in (EVERYTHING, page, of_address(story.url))} <= told
    assert now.pop("Surrogate-Control").startswith("max-age=")
    assert now == before


def test_a_file_waits_for_its_address_whatever_follows_it(visitor):
    cut = build_picture().get_rendition("width-10|format-webp")

    answer = visitor.get(f"{cut.url}?again=1")
    answer.close()

    assert answer.headers["X-Page-Tags"] == digest(of_address(cut.url))


# What administrators see and do


def test_administrators_see_what_it_was_told(front, client, done):
    front.status = 403
    done(forget_pages)
    client.force_login(build_admin())

    page = client.get(reverse("front_caches")).content.decode()

    assert f"Varnish 127.0.0.1:{front.server_port}" in page
    assert "It answered 403." in page
    assert "Everything" in page


@pytest.fixture
def purge_by_hand(client, done):
    """Ask for it, look at the question, and answer that it is meant."""

    def purge_by_hand(form):
        client.force_login(build_admin())
        address = reverse("purge_pages")
        assert "Do nothing" in done(partial(client.get, address, form)).content.decode()
        return done(partial(client.post, address, form))

    return purge_by_hand


@pytest.mark.parametrize("given", ["/en/", "http://testserver/en/?a=1"])
def test_one_address_is_purged_by_hand(front, get, store, purge_by_hand, given):
    get("/en/")
    get("/fr/")

    purge_by_hand({"address": given})

    assert stored(store) == ["/fr/"]
    assert tags_asked(front) == of(of_address("/en/"))
    assert Entry.objects.get(act="page-purged").title == "/en/"


def test_everything_is_purged_by_hand(front, get, store, purge_by_hand):
    get("/en/")

    purge_by_hand({"everything": "1"})

    assert stored(store) == []
    assert tags_asked(front) == of(EVERYTHING)
    assert Entry.objects.filter(act="pages-purged").count() == 1


def test_whoever_is_asked_whether_they_mean_it_has_purged_nothing(front, get, store, client):
    get("/en/")
    client.force_login(build_admin())

    client.get(reverse("purge_pages"), {"everything": "1"})

    assert stored(store) == ["/en/"]
    assert front.asked == []


@pytest.mark.parametrize(
    "address", ["https://elsewhere.example/en/", "//elsewhere/", "en/", "[", "/%00"]
)
def test_only_an_address_of_ours_is_purged(front, client, done, address):
    client.force_login(build_admin())

    answer = done(partial(client.post, reverse("purge_pages"), {"address": address}))

    assert "This is no address of this site." in answer.content.decode()
    assert front.asked == []


def test_a_takedown_takes_files_and_pages_from_it_and_says_so(front, client, done):
    picture = done(build_picture)
    cut = picture.get_rendition("width-10|format-webp")
    front.asked.clear()

    takedown = done(lambda: take_down(picture, "Somebody is in danger."))

    files = of_address(cut.url), of_address(picture.file.url)
    assert of(EVERYTHING, *files) <= tags_asked(front, "xkey-purge")
    client.force_login(build_admin())
    report = client.get(reverse("takedowns:inspect", args=[takedown.pk])).content.decode()
    assert "Told, and soon once more" in report
