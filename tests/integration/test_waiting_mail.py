"""Whoever saves waits for no mail server, and what was to be mailed is not lost."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from coalition import settings as ours
from coalition.demo.builders import build_standard_page, build_user
from coalition.staff.models import Letter
from coalition.staff.roles import EDITOR, PUBLISHER
from tests.commenting import build_comment, known_comment, replies, save_comments
from tests.integration.test_newer_version import opened, save

pytestmark = pytest.mark.django_db

SMTP = "django.core.mail.backends.smtp.EmailBackend"
SUBMIT = {"action-submit": "1"}


class MailServer:
    """The one of EMAIL_URL, until it is back; who asked for it."""

    def __init__(self, settings, monkeypatch):
        self.settings, self.monkeypatch = settings, monkeypatch
        self.asked = 0

    def fails(self, error):
        def connect(*args, **kwargs):
            self.asked += 1
            raise error

        self.settings.MAIL_SERVER_BACKEND = SMTP
        self.monkeypatch.setattr(smtplib.socket, "create_connection", connect)

    def is_back(self):
        self.settings.MAIL_SERVER_BACKEND = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def mail_server(settings, monkeypatch):
    """As in production, where tests otherwise mail at once."""
    settings.EMAIL_BACKEND = ours.EMAIL_BACKEND
    settings.EMAIL_HOST, settings.EMAIL_PORT = "mail.example", 587
    return MailServer(settings, monkeypatch)


@pytest.fixture(params=[ConnectionRefusedError(), TimeoutError()], ids=["dead", "hanging"])
def no_server(request, mail_server):
    mail_server.fails(request.param)
    return mail_server


@pytest.fixture
def privacy():
    return build_standard_page(title="Privacy")


@pytest.fixture
def paul():
    return build_user(PUBLISHER, username="paul", email="paul@example.org")


@pytest.fixture
def editor(client):
    client.force_login(build_user(EDITOR, username="ben", email="ben@example.org"))
    return client


@pytest.fixture
def letter():
    def write(*to, body="A word."):
        EmailMessage("To whom it concerns", body, to=list(to)).send()

    return write


def readers():
    return [message.to for message in mail.outbox]


def later(monkeypatch, **time):
    now = timezone.now() + timedelta(**time)
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.mark.usefixtures("paul")
def test_what_is_submitted_is_saved_without_a_mail_server(no_server, editor, privacy):
    save(editor, privacy, opened(editor, privacy), "For review", **SUBMIT)

    privacy.refresh_from_db()
    assert privacy.draft_title == "For review"
    assert privacy.current_workflow_state is not None
    assert no_server.asked == 0

    no_server.is_back()
    call_command("tend_staff")

    assert readers() == [["paul@example.org"]]


def test_an_answer_to_a_comment_is_saved_without_a_mail_server(no_server, editor, privacy, paul):
    comment = build_comment(privacy, paul, "Is this so?")

    save_comments(editor, privacy, known_comment(comment, **replies("It is.")), known=1)

    assert comment.replies.get().text == "It is."
    assert no_server.asked == 0

    no_server.is_back()
    call_command("tend_staff")

    assert readers() == [["paul@example.org"]]


def test_is_mailed_as_it_was_written(mail_server):
    written = EmailMultiAlternatives(
        "Subject", "Words", "us@example.org", ["a@example.org"], headers={"Auto-Submitted": "yes"}
    )
    written.attach_alternative("<p>Words</p>", "text/html")
    written.send()

    mail_server.is_back()
    call_command("tend_staff")

    (mailed,) = mail.outbox
    assert (mailed.subject, mailed.body, mailed.from_email) == (
        "Subject",
        "Words",
        "us@example.org",
    )
    assert mailed.message()["Auto-Submitted"] == "yes"
    assert "<p>Words</p>" in mailed.message().as_string()


def test_is_tried_again_and_forgotten_once_it_is_mailed(no_server, letter):
    letter("a@example.org", body="Between us.")
    call_command("tend_staff")
    assert Letter.objects.get().words["body"] == "Between us."

    no_server.is_back()
    call_command("tend_staff")

    assert readers() == [["a@example.org"]]
    assert not Letter.objects.exists()


def test_waits_longer_each_time(no_server, letter, monkeypatch):
    letter("a@example.org")
    for _turn in range(2):
        call_command("tend_staff")

    no_server.is_back()
    call_command("tend_staff")
    assert readers() == []

    later(monkeypatch, minutes=2)
    call_command("tend_staff")

    assert readers() == [["a@example.org"]]


def test_the_clock_waits_once_for_a_server_that_is_away(no_server, letter):
    for name in ("a", "b", "c"):
        letter(f"{name}@example.org")

    call_command("tend_staff")

    assert no_server.asked == 1
    assert [waiting.tries for waiting in Letter.objects.all()] == [1, 1, 1]


@pytest.mark.parametrize(
    "odd", [smtplib.SMTPDataError(554, b"No."), UnicodeError("No such name."), ValueError("No.")]
)
def test_a_letter_that_is_refused_stops_no_other(mail_server, letter, monkeypatch, odd):
    mail_server.is_back()
    send = EmailBackend.send_messages

    def refuse_one(backend, messages):
        if messages[0].to == ["nobody@example.org"]:
            raise odd
        return send(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", refuse_one)
    letter("nobody@example.org")
    letter("a@example.org")

    call_command("tend_staff")

    assert readers() == [["a@example.org"]]
    assert Letter.objects.get().words["to"] == ["nobody@example.org"]


def test_is_given_up_in_the_log_without_a_word_of_it(no_server, letter, monkeypatch, caplog):
    letter("a@example.org", body="Between us.")
    call_command("tend_staff")
    later(monkeypatch, days=2)

    call_command("tend_staff")

    assert "letter_given_up kind=written tries=1" in caplog.text
    assert not [words for words in ("example.org", "Between us") if words in caplog.text]
    assert not Letter.objects.exists()


def test_what_is_not_saved_after_all_is_not_mailed(mail_server, letter):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        letter("a@example.org")
        raise ZeroDivisionError

    mail_server.is_back()
    call_command("tend_staff")

    assert readers() == []
