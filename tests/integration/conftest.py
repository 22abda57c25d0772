"""The demo, for whoever looks at all of it."""

import pytest
from django.db import transaction

from coalition.demo.library import Library, draw_all
from coalition.demo.planting import plant
from tests.consenting import purposes  # noqa: F401 - a fixture.
from tests.receipts import unguarded  # noqa: F401 - a fixture.
from tests.stored import connection_stays_open, get, store  # noqa: F401 - fixtures.
from tests.told_front import done, front, later, server  # noqa: F401 - fixtures.

PASSWORD = "a long password for the demo"  # noqa: S105 - of users who live for these tests.
POSTAGE_STAMP = (64, 40)


@pytest.fixture(scope="module")
def demo(django_db_setup, django_db_blocker, media_folder):
    """The demo with small pictures, planted once for a file and gone after it."""
    with django_db_blocker.unblock(), transaction.atomic():
        plant(Library(draw_all(POSTAGE_STAMP, processes=1)), PASSWORD, say=lambda line: None)
        yield
        transaction.set_rollback(True)
