"""`manage.py tend_audit`"""

from django.core.management.base import BaseCommand

from coalition.audit.sealing import forget_old, seal


class Command(BaseCommand):
    help = "Seals what the log says, and takes away what is older than AUDIT_DAYS."

    def handle(self, **options):
        seal()
        self.stdout.write(f"{forget_old()} entries are gone.")
