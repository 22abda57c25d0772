"""Writes the register, drafts too, into a file that `import_partners` reads."""

from pathlib import Path

from django.core.management.base import BaseCommand

from partners.exchange.register import registered
from partners.exchange.write import as_csv, as_excel


class Command(BaseCommand):
    help = "Write the register, drafts too, as CSV, or for Excel if FILE ends in .xlsx."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", nargs="?", type=Path, metavar="FILE", help="Left out, CSV goes to the terminal."
        )

    def handle(self, *, file, **options):
        partners = [partner.values for partner in registered()]
        if file is None:
            self.stdout.write(as_csv(partners).decode("utf-8-sig"), ending="")
            return
        file.write_bytes(as_excel(partners) if file.suffix == ".xlsx" else as_csv(partners))
        self.stderr.write(f"{len(partners)} partners written to {file}.")
