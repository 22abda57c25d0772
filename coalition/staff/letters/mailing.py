"""Mails the letters that wait."""

import logging
from smtplib import SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import EmailMessage, EmailMultiAlternatives, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import override

from coalition.audit.record import Thing, record
from coalition.staff.invitations.links import invitation_of
from coalition.staff.letters.models import Letter

logger = logging.getLogger("coalition.staff")

LET_SOMEBODY_IN = {Letter.Kind.INVITATION, Letter.Kind.RESET_DONE}
# What a server says of one letter, or what no mail can be made of; others may go all the same.
REFUSALS = (SMTPRecipientsRefused, SMTPResponseException, ValueError)


def mail_letters():
    """One letter that no server takes stops no other; a server that is away stops them all.

    The clock has more to do than to wait for it once a letter.
    """
    Letter.objects.give_up()
    is_away = False
    for letter in Letter.objects.due().select_related("reader").order_by("pk"):
        if is_away:
            letter.put_off()
            continue
        try:
            mail_server().send_messages(mails_of(letter))
        except (OSError, *REFUSALS) as error:  # All that smtplib and sockets raise.
            is_away = not isinstance(error, REFUSALS)
            logger.warning("letter_not_mailed kind=%s %s", letter.kind, type(error).__name__)
            letter.put_off()
        else:
            letter.delete()


def mail_server():
    """The one of EMAIL_URL; what Django itself is told to mail by writes letters."""
    return get_connection(settings.MAIL_SERVER_BACKEND)


def mails_of(letter):
    if letter.kind == Letter.Kind.WRITTEN:
        return [EmailMultiAlternatives(**letter.words)]
    return [mail_to(reader, letter) for reader in readers_of(letter)]


def readers_of(letter):
    if letter.kind == Letter.Kind.PASSWORD:
        people = get_user_model().objects.filter(email__iexact=letter.address, is_active=True)
        return [person for person in people if person.has_usable_password()]
    if letter.kind in LET_SOMEBODY_IN and letter.reader.email != letter.address:
        # One alone could write another address into what two have granted.
        record("letter-withheld", about=Thing.of(letter.reader), letter=letter.kind)
        return []
    return [letter.reader] if letter.address else []


def address_for(reader, letter):
    """What befell an account is told where its owner was, not to whoever has taken it over."""
    return reader.email if letter.kind == Letter.Kind.PASSWORD else letter.address


def mail_to(reader, letter):
    context = {
        "reader": reader,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "link": link(letter, reader),
    }
    with override(letter.language):
        text = render_to_string(f"staff/letters/{letter.kind}.txt", context)
    # The first line of the template is the subject.
    subject, _, body = text.partition("\n")
    return EmailMessage(subject.strip(), body.strip(), to=[address_for(reader, letter)])


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
