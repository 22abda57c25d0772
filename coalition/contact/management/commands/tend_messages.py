"""Mails the messages that no mail server has taken yet, and deletes those whose time is over."""

from django.core.management.base import BaseCommand

from coalition.contact.mailing import mail
from coalition.contact.models import Message


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        forgotten, _rows = Message.objects.out_of_time().delete()
        waiting = list(Message.objects.waiting_for_mail())
        mailed = sum(mail(message) for message in waiting)
        self.stdout.write(
            f"Messages mailed: {mailed}; still waiting: {len(waiting) - mailed}; "
            f"deleted after their time: {forgotten}."
        )
