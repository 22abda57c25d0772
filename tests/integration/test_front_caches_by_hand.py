"""Administrators see what caches in front were told, and purge them by hand."""

from functools import partial

import pytest
from django.urls import reverse

from coalition.audit.models import Entry
from coalition.delivery.kept import kept
from coalition.delivery.store.site import forget_pages
from coalition.delivery.tags import EVERYTHING, of_address
from coalition.demo.builders import build_admin, build_picture
from coalition.takedowns.taking_down import take_down
from tests.stored import stored
from tests.told_front import of, tags_asked

pytestmark = pytest.mark.django_db


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


@pytest.mark.usefixtures("values_are_kept")
@pytest.mark.parametrize("form", [{"address": "/en/"}, {"everything": "1"}])
def test_what_is_purged_by_hand_is_made_of_nothing_that_was_kept(front, purge_by_hand, form):
    kept("a part of many pages", lambda: "as it was")

    purge_by_hand(form)

    assert kept("a part of many pages", lambda: "as it is") == "as it is"


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
