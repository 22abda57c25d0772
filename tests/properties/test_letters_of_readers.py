"""Whatever the form takes from a reader is kept, and reaches those who answer."""

from email import message_from_bytes, policy
from urllib.parse import urlencode

import pytest
from django.core import mail
from django.test import Client
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coalition.contact.models import Message
from coalition.delivery.models import Tally

pytestmark = pytest.mark.django_db

# Whatever Python can write as UTF-8: the door refuses the rest before any form.
lines = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1)
places = st.sampled_from(
    ["example.org", "münchen.example", "مثال.إختبار", "[192.0.2.1]", "a.b-c.d"]
)
names = st.text("abcö.!#$%&'*+-/=?^_`{|}~\"\\ @,;:<>()", min_size=1, max_size=20)
addresses = st.emails() | st.builds("{}@{}".format, names, places)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    subject=st.sampled_from(Message.Subject.values),
    name=lines,
    email=addresses,
    text=lines,
    language=st.sampled_from(["en", "fr", "ar"]),
)
@example("press", "A\u2028B", '"a b"@example.org', "\u202eown\r\n.\r\n\x0bQUIT", "ar")
@example("press", "=?utf-8?q?Bcc?=", "a@xn--mnchen-3ya.example", "x" * 2_000, "en")
def test_what_the_form_takes_can_be_mailed(subject, name, email, text, language):
    # Nobody has written yet.
    Tally.objects.all().delete()
    Message.objects.all().delete()
    mail.outbox = []
    fields = urlencode({"subject": subject, "name": name, "email": email, "text": text})

    answer = Client().post(
        f"/{language}/contact/send/",
        fields,
        content_type="application/x-www-form-urlencoded",
        headers={"Origin": "http://testserver"},
    )

    taken = Message.objects.all()
    assert answer.status_code == (303 if taken else 400)
    assert len(mail.outbox) == len(taken)
    for letter in mail.outbox:
        told = message_from_bytes(letter.message().as_bytes(), policy=policy.SMTP)
        assert letter.recipients() == letter.to
        assert {*told} >= {"Subject", "From", "To", "Reply-To"}
        assert not {"Bcc", "Cc"} & {*told}
