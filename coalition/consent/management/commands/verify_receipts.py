"""`manage.py verify_receipts`"""

from coalition.audit.verification import Verification
from coalition.consent.models import Receipt
from coalition.consent.receipts import what_is_wrong


class Command(Verification):
    help = "Checks that no receipt was altered or left out since it was written."

    what_is_wrong = staticmethod(what_is_wrong)

    def all_is_well(self):
        return f"{Receipt.objects.count()} receipts, each as it was written."
