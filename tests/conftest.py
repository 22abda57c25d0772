"""What every test starts from, and what none may leave behind."""

from tempfile import TemporaryDirectory

import cookie_consent.conf  # noqa: F401 - its defaults have to come before any override.
import hypothesis
import pytest
from allauth.account.internal.flows.login import record_authentication
from django.core.cache import cache
from django.http import HttpRequest
from django.test import Client, override_settings
from django.utils import translation

from tests.costs import values_are_kept  # noqa: F401 - a fixture, for whoever asks for it.

# A busy machine is no fault of what is tried with many examples.
hypothesis.settings.register_profile(
    "busy",
    parent=hypothesis.settings.default,
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("busy")


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


@pytest.fixture(autouse=True)
def let_in_with_both_factors(monkeypatch):
    """Whom a test lets in by `force_login` has shown a second factor; others use the door."""
    force_login = Client.force_login

    def force_login_with_both(client, user, backend=None):
        force_login(client, user, backend)
        request = HttpRequest()
        request.session = client.session
        record_authentication(request, user, "mfa")
        request.session.save()

    monkeypatch.setattr(Client, "force_login", force_login_with_both)


@pytest.fixture
def visitor():
    """Somebody with a browser, no account and no cookies."""
    return Client()
