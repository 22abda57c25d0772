"""The demo, for whoever looks at all of it."""

from time import time

import pytest
from django.db import transaction

from coalition.delivery import limits
from coalition.demo.library import Library, draw_all
from coalition.demo.planting import plant
from coalition.pages import standing
from tests.consenting import purposes  # noqa: F401 - a fixture.
from tests.receipts import unguarded  # noqa: F401 - a fixture.
from tests.stored import connection_stays_open, get, store  # noqa: F401 - fixtures.
from tests.told_front import done, front, later, server  # noqa: F401 - fixtures.

PASSWORD = "a long password for the demo"  # noqa: S105 - of users who live for these tests.
POSTAGE_STAMP = (64, 40)
A_MINUTE = 60
MANY = 1_000_000


@pytest.fixture
def one_sitemap(monkeypatch):
    """A file for all pages of a language: PostgreSQL never gives the keys of other tests again."""
    monkeypatch.setattr(standing, "KEYS_A_SITEMAP", MANY)


@pytest.fixture(autouse=True)
def no_period_ends(monkeypatch):
    """What is counted by the minute, hour or day is counted in one, however long a test takes."""
    soon = time() + A_MINUTE
    monkeypatch.setattr(limits, "time", lambda: soon)


@pytest.fixture(scope="module")
def for_the_file(django_db_setup, django_db_blocker, media_folder):
    """What is planted with this is there for all tests of a file, and gone after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def demo(for_the_file):
    """The demo with small pictures."""
    plant(Library(draw_all(POSTAGE_STAMP, processes=1)), PASSWORD, say=lambda line: None)
