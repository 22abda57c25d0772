"""Whoever takes over what serves the site owns nothing: what was written down stays as it is."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.urls import reverse

from coalition.consent.models import Receipt
from coalition.demo.builders import build_admin, build_picture, build_standard_page, build_user
from coalition.desk.management.commands.keep_time import DUE
from coalition.staff.roles import PUBLISHER
from coalition.takedowns.taking_down import take_down
from tests.database_roles import postgresql_only, rights_of
from tests.integration.test_newer_version import PUBLISH, opened, save
from tests.integration.test_receipt_chain import answer_long_ago

pytestmark = [pytest.mark.django_db, postgresql_only]

OURS = {"Origin": "http://testserver"}


@pytest.fixture
def as_the_site():
    with rights_of("site") as cursor:
        yield cursor


def test_editors_sign_in_save_and_publish(as_the_site, client, visitor):
    page = build_standard_page(live=False)
    client.force_login(build_user(PUBLISHER))

    save(client, page, opened(client, page), "From the newsroom", **PUBLISH)

    assert "From the newsroom" in visitor.get(page.url).content.decode()


def test_visitors_get_a_receipt(as_the_site, visitor):
    visitor.post("/en/cookies/", {"choice": "accept"}, headers=OURS)

    assert Receipt.objects.count() == 1


def test_who_took_something_down_may_leave(as_the_site):
    person = build_user(PUBLISHER)
    takedown = take_down(build_picture(), "Somebody is in danger.", person)

    person.delete()

    takedown.refresh_from_db()
    assert takedown.taken_down_by is None


def test_an_administrator_lets_in_again_what_was_taken_down(as_the_site, client):
    takedown = take_down(build_picture(), "Somebody is in danger.")
    client.force_login(build_admin())

    client.post(reverse("takedowns:let_in", args=[takedown.pk]))

    takedown.refresh_from_db()
    assert takedown.may_return


def test_the_clock_does_what_is_due(as_the_site, monkeypatch):
    answer_long_ago(monkeypatch)

    for name in DUE:
        call_command(name, verbosity=0)

    assert not Receipt.objects.exists()


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TRIGGER audit_entry_is_not_altered ON audit_entry",
        "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
        "ALTER TABLE consent_receipt DROP COLUMN hash",
        "DROP TABLE consent_receipt",
        "TRUNCATE consent_receipt",
        "SET session_replication_role = replica",
        "UPDATE audit_entry SET username = 'somebody'",
        "UPDATE audit_seal SET hash = ''",
        "UPDATE consent_receipt SET language = 'fr'",
        "UPDATE consent_showntext SET purpose = ''",
        "DELETE FROM consent_showntext",
        "UPDATE takedowns_takedown SET reason = ''",
        "DELETE FROM takedowns_takedown",
        "DELETE FROM django_migrations",
    ],
)
def test_nobody_undoes_what_was_written_down(as_the_site, statement):
    refused = pytest.raises(DatabaseError, match=r"permission denied|must be owner")

    with refused, transaction.atomic():
        as_the_site.execute(statement)
