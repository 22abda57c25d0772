"""Mails the letters that wait."""

import logging

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import override

from coalition.staff.invitations.links import invitation_of
from coalition.staff.letters.models import Letter

logger = logging.getLogger("coalition.staff")

SECONDS_OF_PATIENCE = 10


def mail_letters():
    """One letter that no server takes stops no other; it is tried again next time."""
    Letter.objects.too_late().delete()
    for letter in Letter.objects.select_related("reader").order_by("pk"):
        try:
            for reader in readers_of(letter):
                mail_of(letter, reader).send()
        except OSError as error:  # All that smtplib and sockets raise.
            logger.warning("letter_not_mailed kind=%s %s", letter.kind, type(error).__name__)
        else:
            letter.delete()


def readers_of(letter):
    if letter.kind != Letter.Kind.PASSWORD:
        return [letter.reader] if letter.reader.email else []
    people = get_user_model().objects.filter(email__iexact=letter.address, is_active=True)
    return [person for person in people if person.has_usable_password()]


def mail_of(letter, reader):
    context = {
        "reader": reader,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "link": link(letter, reader),
    }
    with override(letter.language):
        text = render_to_string(f"staff/letters/{letter.kind}.txt", context)
    # The first line of the template is the subject.
    subject, _, body = text.partition("\n")
    connection = get_connection(timeout=SECONDS_OF_PATIENCE)
    return EmailMessage(subject.strip(), body.strip(), to=[reader.email], connection=connection)


def link(letter, reader):
    """What the letter offers, good for as long as nobody has taken it up."""
    match letter.kind:
        case Letter.Kind.PASSWORD:
            who = urlsafe_base64_encode(force_bytes(reader.pk))
            token = default_token_generator.make_token(reader)
            path = reverse("wagtailadmin_password_reset_confirm", args=[who, token])
        case Letter.Kind.INVITATION | Letter.Kind.RESET_DONE:
            path = reverse("accept_invitation", args=[invitation_of(reader)])
        case _:
            path = reverse("mfa_index")
    return f"{settings.WAGTAILADMIN_BASE_URL}{path}"
