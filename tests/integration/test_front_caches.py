"""Caches in front are told of every change, and by each page what it waits for."""

import json
from functools import partial

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from coalition.delivery.store.site import forget_pages, purge
from coalition.delivery.tags import EVERYTHING, digest, of_address
from coalition.demo.builders import build_picture, build_story, publish_page, withdraw
from coalition.fronts import kinds, telling
from coalition.fronts.models import Purge
from coalition.outbound.client import Client
from coalition.pages.models import SocialCard
from tests.told_front import of, tags_asked

pytestmark = pytest.mark.django_db


# What it is told


def test_a_publication_announces_exactly_what_our_own_store_forgets(
    front, store, done, monkeypatch
):
    story = done(build_story)
    # Of this one our own store has nothing.
    card = SocialCard.objects.get(page=story).file.url
    front.asked.clear()
    forgotten = set()
    monkeypatch.setattr(store, "purge", lambda tags, **how: forgotten.update(tags) or [])

    story.title = "Second words"
    done(partial(publish_page, story))

    assert forgotten
    assert tags_asked(front) | tags_asked(front, "xkey-purge") == forgotten | of(of_address(card))


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
