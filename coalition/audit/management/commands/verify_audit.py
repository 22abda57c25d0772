"""`manage.py verify_audit`"""

from django.core.management.base import BaseCommand, CommandError

from coalition.audit.models import Entry
from coalition.audit.sealing import what_is_wrong


class Command(BaseCommand):
    help = "Checks that nothing sealed in the log was altered or left out since."

    def handle(self, **options):
        complaints = list(what_is_wrong())
        for sentence in complaints:
            self.stderr.write(sentence)
        if complaints:
            raise CommandError(f"{len(complaints)} complaints.")
        self.stdout.write(f"{Entry.objects.count()} entries, and no seal is broken.")
