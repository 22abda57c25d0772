"""Keeps whatever is mailed until the clock mails it: whoever saves waits for no mail server."""

from django.core.mail.backends.base import BaseEmailBackend

from coalition.staff.letters.models import Letter


class WaitingMail(BaseEmailBackend):
    """Within the transaction of a save: what is not saved after all is not mailed either."""

    def send_messages(self, messages):
        for message in messages:
            Letter.objects.keep(words_of(message))
        return len(messages)


def words_of(message):
    if message.attachments:
        raise NotImplementedError("Letters wait without what is attached to them.")
    return {
        "subject": message.subject,
        "body": message.body,
        "from_email": message.from_email,
        "to": message.to,
        "cc": message.cc,
        "bcc": message.bcc,
        "reply_to": message.reply_to,
        "headers": message.extra_headers,
        "alternatives": getattr(message, "alternatives", []),
    }
