"""Looks whether what holds fast to what was written before is still as it was written."""

from django.core.management.base import BaseCommand, CommandError


class Verification(BaseCommand):
    """A command that lists what is wrong, and fails if anything is."""

    def what_is_wrong(self):
        """Sentences."""
        raise NotImplementedError

    def all_is_well(self):
        raise NotImplementedError

    def handle(self, **options):
        complaints = list(self.what_is_wrong())
        for sentence in complaints:
            self.stderr.write(sentence)
        if complaints:
            raise CommandError(f"{len(complaints)} complaints.")
        self.stdout.write(self.all_is_well())
