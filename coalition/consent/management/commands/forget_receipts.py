"""`manage.py forget_receipts`"""

from django.core.management.base import BaseCommand

from coalition.consent.receipts import forget_receipts


class Command(BaseCommand):
    help = "Takes away the receipts that are older than RECEIPT_DAYS."

    def handle(self, **options):
        self.stdout.write(f"{forget_receipts()} receipts are gone.")
