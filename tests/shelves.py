"""Every kind of shelf that pages can lie on, for tests of what all of them promise."""

from functools import partial

import pytest

from coalition.delivery.store import folder_shelf, index, redis_server
from coalition.delivery.store.folder_shelf import FolderShelf
from coalition.delivery.store.redis_shelf import RedisShelf
from tests.page_server import page_server

MOST_PAGES = 1_000

in_a_folder = pytest.mark.parametrize("new_shelf", ["folder"], indirect=True)
in_redis = pytest.mark.parametrize("new_shelf", ["redis"], indirect=True)


@pytest.fixture(scope="session")
def server_of_all():
    with page_server() as server:
        yield server


@pytest.fixture
def patient(monkeypatch):
    """A machine may be busy with other tests."""
    for limit in ("SECONDS_TO_READ", "SECONDS_TO_PURGE", "AN_INSTANT"):
        monkeypatch.setattr(redis_server, limit, 10)
    for module in (folder_shelf, index):
        monkeypatch.setattr(module, "LITTLE_PATIENCE", 30)


@pytest.fixture
def server(server_of_all, patient):
    """With nothing in it."""
    with server_of_all.client() as client:
        client.flushall()
    return server_of_all


@pytest.fixture(params=["folder", "redis"])
def new_shelf(request, tmp_path, patient):
    """Makes one that shares all pages with the one before, as another process would."""
    if request.param == "folder":
        return partial(FolderShelf, tmp_path / "pages", most_pages=MOST_PAGES)
    return partial(RedisShelf, request.getfixturevalue("server").address)


@pytest.fixture
def shelf(new_shelf):
    return new_shelf()
