"""Stored pages after a change or their time: which page is shown when, and what stands in."""

from threading import Event, Thread

import pytest

from coalition.delivery.store import making


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
    assert said["cache-control"] == "private, no-cache"


def test_what_is_too_old_is_shown_no_more(site, monkeypatch):
    monkeypatch.setattr(making, "STALE_FOR", -1)
    site.get()
    site.shelf.begin_generation()
    site.status, site.body = "503 Service Unavailable", b"broken"

    assert site.get()["body"] == b"broken"


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


def test_a_page_that_has_broken_holds_up_no_other(site):
    site.get()
    site.get("/en/broken/")
    site.shelf.begin_generation()
    site.status = "500 Internal Server Error"
    site.get("/en/broken/")
    site.status, site.body = "200 OK", b"second"

    assert site.get()["body"] == b"second"
    assert site.get("/en/broken/")["body"] == b"first"


def test_without_records_no_page_is_tried(site):
    site.get()
    site.get("/en/news/")
    site.shelf.begin_generation()
    site.status = "503 Service Unavailable"
    site.get("/en/news/")
    asked = len(site.asked)

    assert site.get()["body"] == b"first"
    assert len(site.asked) == asked


def test_a_failure_is_shown_where_there_was_no_page(site):
    site.status = "500 Internal Server Error"

    assert site.get()["status"].startswith("500")


def test_the_page_before_a_change_stands_in_for_a_moment(site):
    site.get()
    site.shelf.begin_generation()
    begun, may_end = Event(), Event()

    def slow(given, start_response):
        begun.set()
        may_end.wait(60)
        return site.application(given, start_response)

    site.door.application, site.body = slow, b"second"
    thread = Thread(target=site.get)
    thread.start()
    begun.wait(60)
    at_once = site.get()["body"]
    may_end.set()
    thread.join()

    assert at_once == b"first"
    assert site.get()["body"] == b"second"
