"""What an operator's machines are told: alive, and able to work."""

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.db.backends.utils import CursorWrapper
from django.db.migrations.recorder import MigrationRecorder

from coalition.delivery.health import CHECKS


@pytest.fixture(autouse=True)
def fresh_process(monkeypatch):
    """One that has not looked at the migrations yet."""
    monkeypatch.setattr(CHECKS["migrations"], "has_passed", False)


def test_is_alive_without_asking_the_database(visitor):
    answer = visitor.get("/healthz")

    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]


def told(answer, caplog):
    """What the log says of an answer that says nothing."""
    assert (answer.status_code, answer.content) == (503, b"not ready\n")
    return caplog.messages[0]


@pytest.mark.django_db
def test_is_ready_when_all_it_needs_answers(visitor):
    answer = visitor.get("/readyz")

    assert answer.status_code == 200
    assert answer.content == b"ready\n"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_is_not_ready_while_the_database_is_down(visitor, monkeypatch, caplog):
    def fail(*arguments):
        raise OperationalError("The server closed the connection.")

    monkeypatch.setattr(CursorWrapper, "execute", fail)

    answer = visitor.get("/readyz")

    assert told(answer, caplog) == "Not ready: database, migrations"


@pytest.mark.django_db
def test_is_not_ready_before_every_migration_ran(visitor, caplog):
    MigrationRecorder.Migration.objects.filter(app="home", name="0002_language_trees").delete()

    answer = visitor.get("/readyz")

    assert told(answer, caplog) == "Not ready: migrations"


@pytest.mark.django_db
def test_is_not_ready_while_the_cache_cannot_be_written(visitor, monkeypatch, caplog):
    def fail(*arguments):
        raise OSError("No space left on device.")

    monkeypatch.setattr(cache, "set", fail)

    answer = visitor.get("/readyz")

    assert told(answer, caplog) == "Not ready: cache"


def test_answers_a_probe_that_does_not_know_the_name_of_the_site(visitor):
    assert visitor.get("/healthz", headers={"Host": "10.0.0.7"}).status_code == 200


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_takes_no_orders(visitor, address):
    assert visitor.post(address).status_code == 405
