"""The log of the back office: everything that matters is in it, and nothing is altered."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_added
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone

from coalition.audit.models import Entry, Seal
from coalition.audit.record import Thing, record
from coalition.audit.sealing import SETTLED, forget_old, seal
from coalition.delivery.models import Tally
from coalition.demo.builders import build_admin, build_story, build_user
from coalition.demo.builders.people import PASSWORD
from coalition.staff.groups import sync_roles
from coalition.staff.roles import EDITOR, PUBLISHER
from coalition.staff.sign_in.noting import FROM_ONE_HOUSEHOLD

pytestmark = pytest.mark.django_db

LOG = "/admin/reports/log/"
WRONG = "another long password"


def acts(**about):
    return list(Entry.objects.filter(**about).order_by("pk").values_list("act", flat=True))


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def later(monkeypatch):
    """Lets time pass."""

    def pass_time(**time):
        now = timezone.now()
        monkeypatch.setattr(timezone, "now", lambda: now + timedelta(**time))

    return pass_time


def test_notes_who_came_and_went(client):
    user = build_user(EDITOR)
    client.login(username=user.username, password=PASSWORD)

    client.logout()

    assert acts(username=user.username)[-2:] == ["signed-in", "signed-out"]


def test_notes_a_failed_sign_in_by_the_account(client):
    user = build_user(EDITOR)

    client.login(username=user.username, password=WRONG)

    entry = Entry.objects.get(act="sign-in-failed")
    assert (entry.object_id, entry.title) == (str(user.pk), user.username)


def test_never_notes_what_a_stranger_typed(client, caplog):
    client.login(username="a password typed in the wrong field", password=WRONG)

    assert not Entry.objects.exists()
    (line,) = (each.getMessage() for each in caplog.records)
    assert line == "sign_in_failed account=unknown"
    assert not Tally.objects.filter(name__contains="password typed").exists()


def test_strangers_fill_no_log(client, caplog):
    user = build_user(EDITOR)
    other = build_user(PUBLISHER, username="other")
    for _ in range(30):
        client.login(username=user.username, password=WRONG)
    client.login(username=other.username, password=WRONG)

    failed = acts(title=user.username, act__contains="failed")
    assert failed == ["sign-in-failed"] * FROM_ONE_HOUSEHOLD + ["more-sign-ins-failed"]
    assert acts(title=other.username, act__contains="failed") == ["sign-in-failed"]
    told = [each.getMessage() for each in caplog.records if "sign_in_failed" in each.getMessage()]
    assert len(told) == 30 - len(failed)


def test_a_name_that_nobody_has_is_counted_as_long(client):
    user = build_user(EDITOR)

    def counted(username):
        before = Tally.objects.count()
        client.login(username=username, password=WRONG)
        return Tally.objects.count() - before

    assert counted("nobody") == counted(user.username) == 3


def test_notes_what_was_published_and_by_whom():
    user = build_user(PUBLISHER)

    story = build_story(title="Schools open", by=user)

    entry = Entry.objects.get(act="wagtail.publish", kind="news.storypage")
    assert (entry.username, entry.title) == (user.username, "Schools open")
    assert entry.object_id == str(story.pk)


def test_leaves_drafts_to_their_own_history():
    story = build_story(title="Schools open")
    before = Entry.objects.count()

    story.save_revision(log_action="wagtail.edit", changed=True)

    assert Entry.objects.count() == before


def test_notes_what_became_of_a_deleted_thing():
    story = build_story(title="Schools open")

    story.delete(user=build_user(PUBLISHER))

    assert Entry.objects.filter(act="wagtail.delete", title="Schools open").exists()


def test_notes_a_refusal_and_says_nothing_else(client):
    story = build_story(title="Schools open")
    client.force_login(build_user(EDITOR))

    client.get(reverse("wagtailadmin_pages:unpublish", args=[story.pk]))

    entry = Entry.objects.get(act="refused")
    assert entry.title == reverse("wagtailadmin_pages:unpublish", args=[story.pk])


def test_notes_which_list_was_taken_away(client):
    client.force_login(build_admin())

    client.get(f"{LOG}?export=csv")

    assert Entry.objects.get(act="exported").details == {"file": "log.csv"}


def test_notes_whom_somebody_gave_a_role():
    user = build_user(EDITOR)

    user.groups.remove(Group.objects.get(name=EDITOR.name))

    entry = Entry.objects.filter(act="roles-changed").first()
    assert (entry.title, entry.details) == (user.username, {"removed": EDITOR.name})


def test_a_role_that_somebody_has_already_is_no_change():
    user = build_user(EDITOR)
    before = acts(act="roles-changed")

    user.groups.add(Group.objects.get(name=EDITOR.name))

    assert acts(act="roles-changed") == before


def test_notes_which_rights_a_role_lost():
    sync_roles()
    group = Group.objects.get(name=EDITOR.name)

    group.permissions.clear()

    entry = Entry.objects.filter(act="rights-changed").first()
    assert (entry.title, entry.details) == (EDITOR.name, {"removed": "all"})


def test_notes_what_changed_of_an_account_and_no_value():
    user = build_user(EDITOR)

    user.set_password("quite another long password")
    user.email = "new@example.org"
    user.save()

    entry = Entry.objects.filter(act="account-changed").first()
    assert entry.details == {"changed": "email, password"}


def test_notes_a_second_factor_and_whose():
    user = build_user(EDITOR)

    authenticator_added.send(
        None, request=None, user=user, authenticator=Authenticator(type="totp")
    )

    entry = Entry.objects.get(act="second-factor-added")
    assert (entry.username, entry.details) == (user.username, {"means": "totp"})


def test_signing_in_is_no_change_of_an_account(client):
    user = build_user(EDITOR)
    before = acts(act="account-changed")

    client.login(username=user.username, password=PASSWORD)

    assert acts(act="account-changed") == before


def test_tells_the_console_in_one_line(caplog):
    caplog.set_level("INFO", "coalition.audit")

    record("taken-down", about=Thing(title="One\r\nTwo"))

    (line,) = (each.getMessage() for each in caplog.records)
    assert "\n" not in line
    assert "\r" not in line
    assert json.loads(line)["title"] == "One\r\nTwo"


def test_an_entry_is_never_saved_again_nor_deleted():
    entry = record("taken-down")

    for act in (entry.save, entry.delete, Entry.objects.all().delete):
        with pytest.raises(TypeError):
            act()
    with pytest.raises(TypeError):
        Entry.objects.update(title="Another")


@pytest.mark.parametrize("model", [Entry, Seal])
@pytest.mark.parametrize("act", ["UPDATE {} SET at = at", "DELETE FROM {}"])
def test_the_database_refuses_it_too(later, model, act):
    record("taken-down")
    later(seconds=(SETTLED * 2).total_seconds())
    seal()

    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        execute(act.format(model._meta.db_table))


def test_a_seal_tells_of_an_altered_entry(later, monkeypatch):
    entry = record("taken-down")
    later(hours=2)
    seal()
    call_command("verify_audit")

    honest = Entry.from_db

    def forged(*args):
        row = honest(*args)
        row.username = "somebody else" if row.pk == entry.pk else row.username
        return row

    monkeypatch.setattr(Entry, "from_db", forged)

    with pytest.raises(CommandError, match="1 complaints"):
        call_command("verify_audit", stderr=StringIO())


def test_a_seal_waits_for_what_is_still_being_written(later):
    record("taken-down")

    assert seal() is None


def test_seals_hold_fast_to_each_other(later):
    record("taken-down")
    later(hours=2)
    first = seal()
    record("taken-down")
    later(hours=2)

    second = seal()

    assert second.previous == first.hash
    assert seal() is None


def test_forgets_after_years_and_the_rest_still_fits(later, settings):
    later(days=-settings.AUDIT_DAYS - 1)
    record("taken-down")
    later(hours=2)
    seal()
    later(days=settings.AUDIT_DAYS)
    young = record("exported")
    later(hours=2)
    seal()

    assert forget_old() == 1

    assert Entry.objects.get() == young
    call_command("verify_audit")


def test_only_administrators_read_it(client):
    record("taken-down", about=Thing(title="canary"))
    client.force_login(build_user(PUBLISHER))
    assert "canary" not in client.get(LOG, follow=True).content.decode()

    client.force_login(build_admin())

    assert "canary" in client.get(LOG).content.decode()


def test_narrows_by_act_and_by_name(client):
    record("taken-down", about=Thing(title="canary"))
    record("upload-refused", about=Thing(title="sparrow"))
    client.force_login(build_admin())

    narrowed = client.get(LOG, {"act": "upload-refused", "title": "SPARROW"}).content.decode()

    assert "sparrow" in narrowed
    assert "canary" not in narrowed


def test_no_cell_of_its_file_runs(client):
    record("taken-down", about=Thing(title="=HYPERLINK(1)"))
    client.force_login(build_admin())

    answer = client.get(LOG, {"export": "csv", "act": "taken-down"})

    rows = list(csv.DictReader(StringIO(answer.getvalue().decode())))
    assert [row["What"] for row in rows] == ["'=HYPERLINK(1)"]
