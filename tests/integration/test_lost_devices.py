"""Whoever has lost their second factor is let in anew by two administrators."""

import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from coalition.audit.models import Entry
from coalition.demo.builders import build_admin, build_user
from coalition.staff.models import Letter, SecondFactorReset
from coalition.staff.roles import EDITOR
from coalition.staff.second_factor.proof import is_enrolled
from tests.door import enrol, give_app, is_inside, type_password
from tests.reading import main_text, parsed

pytestmark = pytest.mark.django_db

A_WHILE_AGO = timedelta(days=30)


@contextmanager
def a_while_ago():
    """The log cannot be altered, so what is old happens when it was."""
    then = timezone.now() - A_WHILE_AGO
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: then)
        yield


@pytest.fixture
def editor():
    with a_while_ago():
        person = build_user(EDITOR, username="editor", email="editor@example.org")
    give_app(person)
    return person


@pytest.fixture
def first():
    with a_while_ago():
        return build_admin(username="first")


@pytest.fixture
def second():
    with a_while_ago():
        return build_admin(username="second")


def as_(person):
    client = Client()
    client.force_login(person)
    return client


def ask(administrator, person):
    return as_(administrator).post(reverse("ask_for_reset", args=[person.pk]))


def grant(administrator):
    asked = SecondFactorReset.objects.get()
    return as_(administrator).post(reverse("answer_reset", args=[asked.pk]), {"grant": "1"})


def test_two_administrators_take_a_second_factor_away(editor, first, second):
    ask(first, editor)
    assert is_enrolled(editor)
    grant(second)

    assert not is_enrolled(editor)


def test_one_alone_does_not(editor, first):
    ask(first, editor)

    grant(first)

    assert is_enrolled(editor)


def promote(person):
    person.is_superuser = True
    person.save()
    return person


def readdress(person):
    person.email = "mine@example.org"
    person.save()


def test_a_puppet_grants_nothing(editor, first):
    ask(first, editor)

    grant(build_admin(username="puppet"))

    assert is_enrolled(editor)


def test_a_colleague_made_a_puppet_grants_nothing(editor, first):
    with a_while_ago():
        colleague = build_user(EDITOR, username="colleague")
    ask(first, editor)

    grant(promote(colleague))

    assert is_enrolled(editor)


def test_what_a_puppet_asks_is_not_granted(editor, first):
    puppet = build_admin(username="puppet")
    ask(puppet, editor)

    grant(first)
    assert is_enrolled(editor)
    puppet.delete()
    grant(first)

    assert is_enrolled(editor)


@pytest.mark.parametrize("is_before", [True, False])
def test_nobody_is_let_in_at_another_address(editor, first, second, is_before):
    if is_before:
        readdress(editor)
    ask(first, editor)
    if not is_before:
        readdress(editor)

    grant(second)

    assert is_enrolled(editor)


def test_another_name_is_no_reason(editor, first, second):
    editor.first_name = "Amina"
    editor.save()
    ask(first, editor)

    grant(second)

    assert not is_enrolled(editor)


def test_an_invitation_follows_a_reset_to_no_other_address(editor, first, second):
    ask(first, editor)
    grant(second)
    address = reverse("invite_again", args=[editor.pk])
    assert as_(first).get(address).status_code == 200
    editor.refresh_from_db()
    readdress(editor)

    as_(first).post(address)

    assert not Letter.objects.filter(kind=Letter.Kind.INVITATION).exists()


def test_nor_does_the_letter_of_the_reset(editor, first, second):
    ask(first, editor)
    grant(second)
    editor.refresh_from_db()
    readdress(editor)

    call_command("tend_staff")

    assert {address for letter in mail.outbox for address in letter.to} == {"editor@example.org"}
    assert not any("/invitation/" in letter.body for letter in mail.outbox)
    noted = Entry.objects.get(act="letter-withheld")
    assert (noted.title, noted.details) == ("editor", {"letter": "reset_done"})


def test_nobody_asks_for_themselves(first):
    ask(first, first)

    assert not SecondFactorReset.objects.exists()


def test_nobody_grants_their_own(first, second):
    give_app(second)
    ask(first, second)

    grant(second)

    assert is_enrolled(second)


def test_an_editor_neither_asks_nor_grants(editor, first):
    other = build_user(EDITOR, username="other")

    assert ask(other, editor).status_code == 302
    assert not SecondFactorReset.objects.exists()
    ask(first, editor)
    grant(other)

    assert is_enrolled(editor)


def test_the_database_knows_the_rule_too(editor, first):
    for wrong in (
        {"asked_by": editor},
        {"asked_by": first, "answered_by": first, "is_granted": True},
        {"asked_by": first, "answered_by": editor},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            SecondFactorReset.objects.create(person=editor, **wrong)


def test_the_person_is_signed_out_and_their_password_opens_nothing(editor, first, second):
    at_work = as_(editor)
    ask(first, editor)
    grant(second)

    assert not is_inside(at_work)
    assert type_password(Client(), "editor").status_code == 200


def test_the_person_comes_back_by_letter(visitor, editor, first, second):
    ask(first, editor)
    grant(second)
    call_command("tend_staff")
    link = re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]

    visitor.post(link, dict.fromkeys(("new_password1", "new_password2"), "a new long password"))
    enrol(visitor)

    assert is_inside(visitor)


def test_the_person_is_told_as_soon_as_somebody_asks(editor, first):
    ask(first, editor)

    call_command("tend_staff")

    assert [letter.to for letter in mail.outbox] == [["editor@example.org"]]


def test_a_refusal_leaves_everything_as_it_is(editor, first, second):
    ask(first, editor)
    as_(second).post(reverse("answer_reset", args=[SecondFactorReset.objects.get().pk]))

    assert is_enrolled(editor)
    assert grant(second).status_code == 404


def test_who_asked_and_who_granted_is_written_down(editor, first, second):
    ask(first, editor)
    grant(second)

    entries = ModelLogEntry.objects.filter(action__startswith="staff.", object_id=str(editor.pk))

    told = {(entry.action, entry.user.get_username()) for entry in entries}
    assert {("staff.ask_reset", "first"), ("staff.reset_second_factor", "second")} <= told


def test_administrators_see_what_waits(editor, first, second):
    ask(first, editor)

    page = main_text(as_(second).get(reverse("lost_devices")))

    assert "first asked on" in page
    assert "take the second factor away" in page


def test_names_stand_apart_from_moments_in_arabic(editor, first, second):
    UserProfile.objects.create(user=second, preferred_language="ar")
    ask(first, editor)
    grant(second)

    cells = parsed(as_(second).get(reverse("lost_devices"))).select(".listing td")[:3]

    assert [cell.bdi.text for cell in cells] == ["editor", "first", "second"]
    assert all("،" in cell.text and "," not in cell.text for cell in cells[1:])


def test_who_asks_is_told_what_follows(editor, first):
    page = as_(first).get(reverse("ask_for_reset", args=[editor.pk])).content.decode()

    assert "editor may start anew" in page
    assert "editor@example.org is still theirs" in page


def test_an_operator_can_do_it_where_there_are_no_two(editor):
    call_command("reset_second_factor", "editor")

    assert not is_enrolled(editor)
