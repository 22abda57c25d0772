"""What every test starts from, and what none may leave behind."""

from tempfile import TemporaryDirectory

import pytest
from django.core.cache import cache
from django.test import Client, override_settings
from django.utils import translation

from tests.costs import values_are_kept  # noqa: F401 - a fixture, for whoever asks for it.


@pytest.fixture(scope="session", autouse=True)
def media_folder():
    """Uploads of the whole run, gone when it ends."""
    folder = TemporaryDirectory(prefix="coalition-media-")
    with folder as name, override_settings(MEDIA_ROOT=name):
        yield name


@pytest.fixture(autouse=True)
def nothing_remembered():
    """The next test finds no language chosen and nothing in the cache."""
    yield
    translation.deactivate()
    cache.clear()


@pytest.fixture
def visitor():
    """Somebody with a browser, no account and no cookies."""
    return Client()
