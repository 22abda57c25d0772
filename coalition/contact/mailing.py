"""Mails a message to those who answer it. It is stored already: nothing is lost if that fails."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, override

logger = logging.getLogger(__name__)

# The reader waits while we try; whoever is slower is asked again later.
SECONDS_OF_PATIENCE = 2


def mail(message):
    """Whether the mail server took the message."""
    try:
        letter_about(message).send()
    except OSError as error:  # All that smtplib and sockets raise.
        logger.warning("Message %s was not mailed: %s", message.pk, type(error).__name__)
        return False
    message.mailed_at = timezone.now()
    message.save(update_fields=["mailed_at"])
    return True


def letter_about(message):
    """The writer's words stand in the body and nowhere else but in `Reply-To`, as an address."""
    with override(message.language):
        subject = gettext("Message %(number)s: %(subject)s") % {
            "number": message.pk,
            "subject": message.get_subject_display(),
        }
        address = settings.WAGTAILADMIN_BASE_URL + reverse("messages:edit", args=[message.pk])
        body = render_to_string("contact/mail.txt", {"message": message, "address": address})
    return EmailMessage(
        subject,
        body,
        to=[recipient(message)],
        reply_to=[message.email],
        connection=get_connection(settings.MAIL_SERVER_BACKEND, timeout=SECONDS_OF_PATIENCE),
    )


def recipient(message):
    """Who answers this subject in this language, else this subject, else everything."""
    addresses = settings.CONTACT_ADDRESSES
    wanted = (f"{message.subject}-{message.language}", message.subject)
    return next((addresses[key] for key in wanted if key in addresses), settings.CONTACT_EMAIL)
