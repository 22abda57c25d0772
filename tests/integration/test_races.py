"""Two who send the same at the same moment, each by a connection of their own."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.contrib.auth import get_user_model
from django.db import connection

from coalition.audit.written_once import guard, unguard
from coalition.consent.models import Receipt, Seal
from coalition.consent.receipts import Answer, what_is_wrong, write_receipt

VISITORS = 8

on_postgresql = pytest.mark.skipif(connection.vendor != "postgresql", reason="Has no threads.")


@pytest.fixture
def db(django_db_setup, django_db_blocker):
    """The database itself, which other connections see; pytest-django goes by this name."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def racer(db):
    """Nobody has noted who they are."""
    users = get_user_model()._default_manager
    (person,) = users.bulk_create([get_user_model()(username="racer")])
    yield person
    users.filter(pk=person.pk).delete()


@pytest.fixture
def receipts(db):
    """A chain; nobody has answered yet, and afterwards nobody has."""
    yield Receipt.objects.order_by("pk")
    with connection.schema_editor() as owner:
        unguard("consent_receipt", None, owner)
        Receipt.objects.all().forget()
        guard("consent_receipt", "at", None, owner)
    Seal.objects.all().delete()


@on_postgresql
def test_a_recovery_code_opens_the_door_once_for_two_who_send_it_together(racer):
    code = RecoveryCodes.activate(racer).generate_codes()[0]
    together = Barrier(2, timeout=60)

    def send(_number):
        codes = Authenticator.objects.get(user=racer).wrap()
        together.wait()
        try:
            return codes.validate_code(code)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        came_in = sorted(threads.map(send, range(2)))

    assert came_in == [False, True]


@on_postgresql
def test_those_who_answer_together_are_written_one_after_another(receipts):
    together = Barrier(VISITORS, timeout=60)

    def choose(_number):
        together.wait()
        try:
            return write_receipt(Answer({}, language="en", surface="bar")).number
        finally:
            connection.close()

    with ThreadPoolExecutor(VISITORS) as threads:
        numbers = set(threads.map(choose, range(VISITORS)))

    assert {receipt.number for receipt in receipts} == numbers
    assert list(what_is_wrong()) == []
