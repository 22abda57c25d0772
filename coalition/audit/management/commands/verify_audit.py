"""`manage.py verify_audit`"""

from coalition.audit.models import Entry
from coalition.audit.sealing import what_is_wrong
from coalition.audit.verification import Verification


class Command(Verification):
    help = "Checks that nothing sealed in the log was altered or left out since."

    what_is_wrong = staticmethod(what_is_wrong)

    def all_is_well(self):
        return f"{Entry.objects.count()} entries, and no seal is broken."
