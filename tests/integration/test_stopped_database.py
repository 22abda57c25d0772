"""A database that stops while people read, and is there again: what all of them get."""

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event

import pytest

from coalition.delivery.store.site import forget_pages
from tests.browser.served_site import PROJECT, ask, environment_in, free_port, stop, wait_for
from tests.own_cluster import cluster  # noqa: F401 - a fixture.
from tests.own_database import postgresql_only

LANGUAGES = ["en", "fr", "ar"]
# Seconds, far more than an answer or a new connection takes.
PATIENCE = 60
# More than the processes that answer, so that each of them is asked.
ALL_OF_THEM = 12
READERS = 3


@pytest.fixture
def site(cluster, tmp_path):  # noqa: F811 - the fixture.
    """Served as by `make serve`, without its demo."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = environment_in(tmp_path) | {
        "DATABASE_URL": cluster.address,
        "PAGE_STORE": f"{tmp_path}/pages",
        "SECRET_KEY": "x" * 60,
        "SITE_URL": address,
        "ALLOWED_HOSTS": "127.0.0.1",
        "EMAIL_URL": "consolemail://",
        "DEBUG": "0",
        "DJANGO_SETTINGS_MODULE": "coalition.settings",
    }
    for command in ("migrate", "collectstatic"):
        manage = [sys.executable, "manage.py", command, "--no-input", "--verbosity=0"]
        subprocess.run(manage, cwd=PROJECT, env=environment, check=True)
    serve = [sys.executable, "-m", "coalition.serving", "--interface", "wsgi", "--no-ws"]
    words = ["--workers", "2", "--port", str(port), "coalition.wsgi:application"]
    with (tmp_path / "log").open("w+") as log:
        server = subprocess.Popen(
            [*serve, *words],
            cwd=PROJECT,
            env=environment,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            wait_for(f"{address}/readyz", server, log)
            yield address
        finally:
            stop(server)


def status(address):
    return ask(address)[0]


def is_marked_as_stale(address):
    answer, headers, _page = ask(address)
    assert answer == 200
    return headers["Warning"] == '110 - "Response is Stale"'


@contextmanager
def readers(addresses):
    """They ask for pages without a pause until the block ends; what statuses they got."""
    is_over, statuses = Event(), []

    def read():
        while not is_over.is_set():
            statuses.extend(map(status, addresses))

    with ThreadPoolExecutor(READERS) as threads:
        reading = [threads.submit(read) for _ in range(READERS)]
        try:
            yield statuses
        finally:
            is_over.set()
    for each in reading:
        each.result()


def wait_until(is_so):
    give_up_at = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < give_up_at
        time.sleep(0.1)


@postgresql_only
def test_who_reads_goes_on_and_who_asks_is_told_when_to_come_again(
    site,
    cluster,  # noqa: F811 - the fixture.
    settings,
    tmp_path,
):
    settings.PAGE_STORE = f"{tmp_path}/pages"
    stored = [f"{site}/{code}/" for code in LANGUAGES]
    found = [f"{site}/{code}/search/?q=mosul" for code in LANGUAGES]
    assert {status(address) for address in [*stored, *found]} == {200}

    with readers(stored) as statuses:
        cluster.crash()
        read_before = len(statuses)
        away = [ask(f"{site}/{code}/search/?q=raqqa") for code in LANGUAGES]
        alive, ready = status(f"{site}/healthz"), status(f"{site}/readyz")
        forget_pages()
        # For a second the page before may stand in, as after any change.
        wait_until(lambda: all(is_marked_as_stale(address) for address in stored))
        read_meanwhile = len(statuses) - read_before
        cluster.start()
        # Nothing of the site is started anew.
        wait_until(lambda: status(f"{site}/readyz") == 200)
        wait_until(lambda: {status(address) for address in found * ALL_OF_THEM} == {200})

    for code, (refusal, headers, page) in zip(LANGUAGES, away, strict=True):
        assert refusal == 503
        assert int(headers["Retry-After"]) > 0
        assert f'<html lang="{code}"' in page
    assert (alive, ready) == (200, 503)
    assert read_meanwhile > 0
    assert set(statuses) == {200}
