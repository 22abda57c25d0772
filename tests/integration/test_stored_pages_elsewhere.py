"""Pages that several machines share in a Redis: what one of them publishes, all show."""

import sys

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from coalition.delivery import changes
from coalition.delivery.store.address import Address
from coalition.delivery.store.redis_shelf import RedisShelf
from coalition.delivery.store.site import shelf
from coalition.demo.builders import build_story, publish_page, withdraw
from tests.shelves import patient, server, server_of_all  # noqa: F401 - fixtures.

pytestmark = pytest.mark.django_db


@pytest.fixture
def store(server, monkeypatch):  # noqa: F811 - the fixture.
    """As another machine has it than the one that publishes."""
    monkeypatch.setattr(settings, "PAGE_STORE", server.address)
    changes.taken()
    return RedisShelf(server.address)


@pytest.mark.parametrize("change", [publish_page, withdraw])
def test_what_one_machine_publishes_another_shows_at_once(
    get, store, django_capture_on_commit_callbacks, change
):
    story = build_story(title="First words")
    assert get(story.url)[1] == get(story.url)[1]
    story.title = "Second words"

    with django_capture_on_commit_callbacks(execute=True):
        change(story)

    assert "First words" not in get(story.url)[1]


def test_a_command_makes_all_of_it_cold(get, store):
    home = Address("testserver", "/en/")
    get(home.path)
    call_command("tend_pages")
    assert store.find(home)

    call_command("purge_pages")

    assert store.find(home) is None


def test_without_the_package_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "coalition.delivery.store.redis_shelf", None)

    with pytest.raises(ImproperlyConfigured, match="dependency group 'production'"):
        shelf("redis://another.example/1")
