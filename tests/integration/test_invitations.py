"""How somebody new comes in, and how somebody gets a new password: by letter."""

import re
from datetime import timedelta

import pytest
from django.core import mail, signing
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from coalition.audit.models import Entry
from coalition.demo.builders import build_admin, build_user
from coalition.staff.invitations.inviting import invite
from coalition.staff.models import Letter, User
from coalition.staff.roles import EDITOR
from tests.door import ENROLMENT, enrol, give_app, is_inside, type_password

pytestmark = pytest.mark.django_db

OWN_PASSWORD = "a password of one's own"  # noqa: S105 - of somebody made up.
NEW_USER = {
    "username": "amina",
    "email": "amina@example.org",
    "first_name": "Amina",
    "last_name": "Haddad",
}


@pytest.fixture
def admin():
    client = Client()
    client.force_login(build_admin(email="admin@example.org"))
    return client


@pytest.fixture
def amina():
    person = build_user(EDITOR, **NEW_USER)
    invite(person)
    return person


def link_in_letter():
    call_command("tend_staff")
    return re.search(r"http://testserver(\S+)", mail.outbox[-1].body)[1]


def choose(client, link, password=OWN_PASSWORD):
    return client.post(link, {"new_password1": password, "new_password2": password})


def test_an_administrator_types_no_password(admin):
    assert "password" not in admin.get("/admin/users/new/").content.decode().lower()


def test_somebody_new_is_sent_an_invitation(admin):
    admin.post("/admin/users/new/", NEW_USER)

    call_command("tend_staff")

    (letter,) = mail.outbox
    assert letter.to == ["amina@example.org"]
    assert "amina" in letter.body


def test_who_is_invited_chooses_a_password_and_enrols(visitor, amina):
    choose(visitor, link_in_letter())
    assert not is_inside(visitor)
    enrol(visitor)

    assert is_inside(visitor)


def test_who_is_invited_may_choose_a_passkey(visitor, amina):
    answer = visitor.post(link_in_letter(), {"passkey": "1"})

    assert answer.headers["Location"] == f"{ENROLMENT}passkey/"
    assert "credential" in visitor.get(answer.headers["Location"]).content.decode()


def test_a_short_password_is_refused(visitor, amina):
    answer = choose(visitor, link_in_letter(), "fourteen chars")

    assert "15" in answer.content.decode()
    assert not User.objects.get(pk=amina.pk).has_usable_password()


def test_an_invitation_opens_once(visitor, amina):
    link = link_in_letter()
    choose(visitor, link)

    assert choose(Client(), link, "a password of a thief").status_code == 410


def test_a_later_invitation_voids_the_one_before(visitor, amina):
    first = link_in_letter()
    invite(amina)

    assert visitor.get(first).status_code == 410
    assert visitor.get(link_in_letter()).status_code == 200


def test_an_invitation_goes_where_it_was_meant_to_go_or_nowhere(amina):
    amina.email = "mine@example.org"
    amina.save()

    call_command("tend_staff")

    assert mail.outbox == []
    assert Entry.objects.filter(act="letter-withheld", title="amina").exists()
    assert not Letter.objects.exists()


def test_whoever_takes_an_account_over_does_not_hear_what_befell_it(amina):
    Letter.objects.all().delete()
    Letter.objects.write(Letter.Kind.SECOND_FACTOR_CHANGED, amina)
    amina.email = "mine@example.org"
    amina.save()

    call_command("tend_staff")

    assert [letter.to for letter in mail.outbox] == [["amina@example.org"]]


def test_an_administrator_invites_again(admin, amina):
    address = f"/admin/invite-again/{amina.pk}/"
    assert "amina@example.org" in admin.get(address).content.decode()

    admin.post(address)

    assert Letter.objects.filter(reader=amina).count() == 2


def test_an_invitation_is_over_after_a_week(visitor, amina, monkeypatch):
    link = link_in_letter()
    later = signing.time.time() + timedelta(days=7, seconds=1).total_seconds()
    monkeypatch.setattr(signing.time, "time", lambda: later)

    assert visitor.get(link).status_code == 410


def test_a_made_up_invitation_opens_nothing(visitor, amina):
    link = link_in_letter()

    assert visitor.get(f"{link[:-3]}x/").status_code == 410


def test_nobody_is_invited_again_who_has_come(admin):
    editor = build_user(EDITOR, username="editor")

    admin.post(f"/admin/invite-again/{editor.pk}/")

    assert User.objects.get(pk=editor.pk).has_usable_password()
    assert not Letter.objects.exists()


def test_an_editor_invites_nobody(visitor, amina):
    visitor.force_login(build_user(EDITOR, username="editor"))

    assert visitor.post(f"/admin/invite-again/{amina.pk}/").status_code == 302
    assert Letter.objects.count() == 1


def test_a_new_password_comes_by_letter(visitor):
    editor = build_user(EDITOR, username="editor", email="editor@example.org")
    give_app(editor)
    visitor.post("/admin/password_reset/", {"email": "Editor@Example.org"})

    page = visitor.get(link_in_letter(), follow=True)
    choose(visitor, page.request["PATH_INFO"])

    assert (
        type_password(visitor, "editor", OWN_PASSWORD).headers["Location"] == "/admin/login/code/"
    )


def test_a_question_for_a_password_does_the_same_for_strangers(visitor, django_assert_num_queries):
    build_user(EDITOR, username="editor", email="editor@example.org")
    visitor.post("/admin/password_reset/", {"email": "first@example.org"})

    for address in ("editor@example.org", "stranger@example.org"):
        with django_assert_num_queries(7):
            answer = visitor.post("/admin/password_reset/", {"email": address})
        assert answer.headers["Location"] == "/admin/password_reset/done/"

    call_command("tend_staff")
    assert [letter.to for letter in mail.outbox] == [["editor@example.org"]]


def test_letters_wait_for_a_mail_server(amina, monkeypatch):
    with monkeypatch.context() as outage:
        outage.setattr(EmailBackend, "send_messages", out_of_order)
        call_command("tend_staff")
    assert mail.outbox == []

    call_command("tend_staff")

    assert len(mail.outbox) == 1
    assert not Letter.objects.exists()


def test_letters_do_not_wait_for_ever(amina):
    Letter.objects.update(written_at=timezone.now() - timedelta(days=2))

    call_command("tend_staff")

    assert mail.outbox == []
    assert not Letter.objects.exists()


def out_of_order(*arguments):
    raise ConnectionRefusedError
