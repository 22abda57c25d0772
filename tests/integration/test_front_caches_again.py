"""Caches in front are told again if they were away, and none keeps others waiting."""

from functools import partial
from threading import Event

import pytest

from coalition.delivery.store.site import purge
from coalition.delivery.tags import EVERYTHING, digest, of_address
from coalition.fronts import queue, telling
from coalition.fronts.models import Purge
from tests.told_front import of, tags_asked

pytestmark = pytest.mark.django_db


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
