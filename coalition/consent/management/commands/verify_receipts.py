"""`manage.py verify_receipts`"""

from django.core.management.base import BaseCommand, CommandError

from coalition.consent.models import Receipt
from coalition.consent.receipts import what_is_wrong


class Command(BaseCommand):
    help = "Checks that no receipt was altered or left out since it was written."

    def handle(self, **options):
        complaints = list(what_is_wrong())
        for sentence in complaints:
            self.stderr.write(sentence)
        if complaints:
            raise CommandError(f"{len(complaints)} complaints.")
        self.stdout.write(f"{Receipt.objects.count()} receipts, each as it was written.")
