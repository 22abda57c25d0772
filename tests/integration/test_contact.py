"""The contact form: what it takes, keeps, mails and forgets, and whom it tells nothing."""

import logging
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from coalition.contact import views
from coalition.contact.models import Message
from coalition.demo.builders import build_standard_page, build_user, home_page
from coalition.staff.roles import EDITOR, PUBLISHER
from tests.costs import queries
from tests.reading import main_text, parsed, texts

pytestmark = pytest.mark.django_db

OURS = {"Origin": "http://testserver"}
WORDS = {
    "subject": "press",
    "name": "Amal Haddad",
    "email": "amal@example.org",
    "text": "When is the next meeting?\nI write for a weekly.",
    "homepage": "",
}


def write(visitor, *, language="en", headers=OURS, address="192.0.2.7", **fields):
    where = f"/{language}/contact/send/"
    return visitor.post(where, WORDS | fields, headers=headers, REMOTE_ADDR=address)


def break_mail_server(monkeypatch):
    def refuse(backend, letters):
        raise SMTPServerDisconnected("amal@example.org: connection lost")

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)


def tend():
    said = StringIO()
    call_command("tend_messages", stdout=said)
    return said.getvalue()


# The form


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_stands_on_a_standard_page_the_same_for_everybody(visitor, language):
    page = build_standard_page(home_page(language), slug="contact", body=[("contact_form", None)])

    answer = visitor.get(page.url)

    form = parsed(answer).select_one("main form")
    assert form["action"] == f"/{language}/contact/send/"
    assert "csrf" not in answer.content.decode()
    assert not answer.cookies
    assert "public" in answer.headers["Cache-Control"]


@pytest.mark.usefixtures("values_are_kept")
def test_costs_a_page_no_query(visitor):
    without = build_standard_page(slug="without")
    with_form = build_standard_page(slug="with", body=[("contact_form", None)])

    assert queries(visitor, with_form.url) == queries(visitor, without.url)


def test_keeps_and_mails_a_message(visitor):
    answer = write(visitor, language="fr")

    message = Message.objects.get()
    assert (message.name, message.language, message.status) == ("Amal Haddad", "fr", "new")
    assert message.mailed_at
    assert (answer.status_code, answer.url) == (303, "/fr/contact/sent/")
    assert not answer.cookies
    (letter,) = mail.outbox
    assert letter.reply_to == ["amal@example.org"]
    assert "When is the next meeting?" in letter.body


def test_says_what_happens_next(visitor, settings):
    settings.CONTACT_RETENTION_DAYS = 90

    answer = visitor.get("/en/contact/sent/")

    assert "answers at the e-mail address that you gave" in main_text(answer)
    assert "after 90 days at the latest" in main_text(answer)


def test_mails_each_subject_and_language_to_whom_the_settings_name(visitor, settings):
    settings.CONTACT_EMAIL = "all@coalition.example"
    settings.CONTACT_ADDRESSES = {"press": "press@x.example", "press-ar": "press.ar@x.example"}

    write(visitor)
    write(visitor, language="ar")
    write(visitor, subject="website")

    assert [letter.to for letter in mail.outbox] == [
        ["press@x.example"],
        ["press.ar@x.example"],
        ["all@coalition.example"],
    ]


# What it refuses


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("subject", "", "Choose what your message is about."),
        ("subject", "weather", "Choose one of the subjects in the list."),
        ("name", "", "Write your name."),
        ("email", "", "Write your e-mail address, so that we can answer."),
        ("email", "amal at home", "Write your e-mail address like this: name@example.org"),
        ("email", "a@example.org\nBcc: b@example.org", "Write your e-mail address like this"),
        ("email", "a@xn--٠.org", "Write your e-mail address like this"),
        ("text", "", "Write your message."),
        ("text", "see https://a.example " * 4, "Leave 3 links in your message at most"),
        ("text", "x" * 5001, "at most 5000 characters"),
    ],
)
def test_names_the_field_and_keeps_what_was_typed(visitor, field, value, error):
    answer = write(visitor, **{field: value})

    page = parsed(answer)
    assert answer.status_code == 400
    assert not Message.objects.exists()
    (link,) = page.select(".error-summary__link")
    assert error in link.text
    wrong = page.select_one(link["href"])
    assert (wrong["name"], wrong["aria-invalid"]) == (field, "true")
    assert page.select_one(f"#{wrong['aria-describedby'].split()[-1]}").text in link.text
    kept = page.select_one("[name=name]")["value"] if field != "name" else None
    assert kept in ("Amal Haddad", None)


@pytest.mark.parametrize(
    "headers", [{}, {"Origin": "https://elsewhere.example"}, {"Origin": "http://["}]
)
def test_takes_nothing_from_another_sites_page(visitor, headers):
    assert write(visitor, headers=headers).status_code == 403
    assert not Message.objects.exists()


def test_keeps_what_a_program_wrote_as_spam_and_mails_it_to_nobody(visitor):
    answer = write(visitor, homepage="https://pills.example")

    assert answer.status_code == 303
    assert Message.objects.get().status == Message.Status.SPAM
    assert mail.outbox == []


def test_takes_a_few_messages_a_day_from_one_address(visitor):
    most = views.LIMIT.from_one_household

    statuses = [write(visitor).status_code for _ in range(most + 1)]

    assert statuses == [303] * most + [429]
    assert write(visitor, address="192.0.2.9").status_code == 303


def test_shows_what_was_written_when_it_takes_no_more(visitor, monkeypatch):
    monkeypatch.setattr(views, "LIMIT", replace(views.LIMIT, from_everybody=0))

    answer = write(visitor)

    assert answer.status_code == 429
    assert "try again tomorrow" in main_text(answer)
    assert texts(answer, "textarea") == [" ".join(WORDS["text"].split())]


def test_takes_so_many_messages_a_day_from_everybody(visitor, monkeypatch):
    monkeypatch.setattr(views, "LIMIT", replace(views.LIMIT, from_everybody=2))

    statuses = [write(visitor, address=f"192.0.2.{last}").status_code for last in range(3)]

    assert statuses == [303, 303, 429]


# Mail that fails, and time that passes


def test_loses_no_message_when_the_mail_server_is_down(visitor, monkeypatch, caplog):
    with monkeypatch.context() as patched, caplog.at_level(logging.DEBUG):
        break_mail_server(patched)
        assert write(visitor).status_code == 303

    assert Message.objects.get().mail_state == "Not mailed yet"
    assert "amal" not in caplog.text.lower()
    assert "mailed: 1; still waiting: 0" in tend()
    assert len(mail.outbox) == 1
    assert "mailed: 0" in tend()


def test_forgets_a_message_when_its_time_is_over(visitor, settings):
    settings.CONTACT_RETENTION_DAYS = 30
    write(visitor, name="Long ago")
    Message.objects.update(written_at=timezone.now() - timedelta(days=31))
    write(visitor, name="Of today")

    tend()

    assert [message.name for message in Message.objects.all()] == ["Of today"]


# The back office


def test_publishers_read_messages_and_note_that_they_are_answered(visitor, client):
    write(visitor)
    message = Message.objects.get()
    client.force_login(build_user(PUBLISHER))

    listing = client.get(reverse("messages:index")).content.decode()
    address = reverse("messages:edit", args=[message.pk])
    page = client.get(address).content.decode()
    client.post(address, {"status": "answered"})

    assert "Amal Haddad" in listing
    assert "When is the next meeting?" in page
    message.refresh_from_db()
    assert (message.status, message.name) == ("answered", "Amal Haddad")
    (entry,) = ModelLogEntry.objects.all()
    assert "Amal" not in entry.label


def test_editors_do_not_read_messages(visitor, client):
    write(visitor)
    client.force_login(build_user(EDITOR))

    assert client.get(reverse("messages:index")).status_code == 302
    assert client.get(reverse("messages:edit", args=[Message.objects.get().pk])).status_code == 302
