"""`manage.py tend_staff`"""

from django.core.management.base import BaseCommand

from coalition.staff.letters.mailing import mail_letters
from coalition.staff.models import Failures, StaffSession


class Command(BaseCommand):
    help = "Mails letters to staff, and forgets sessions and failures to sign in that are over."

    def handle(self, **options):
        mail_letters()
        StaffSession.objects.over().delete()
        Failures.objects.long_ago().delete()
