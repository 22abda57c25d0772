"""Reads partners from a CSV or Excel file into the register: all of it, or nothing."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from partners.exchange.apply import NotApplied, carry_out
from partners.exchange.check import checked
from partners.exchange.plan import plan
from partners.exchange.read import read_table
from partners.exchange.refusal import FileRefused
from partners.exchange.register import registered


class Command(BaseCommand):
    help = (
        "Read partners from a CSV or Excel file. New ones are drafts unless the column `live` "
        "says yes; published ones are published as changed. With any error, nothing changes."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--dry-run", action="store_true", help="Say what would change, and change nothing."
        )

    def handle(self, *, file, dry_run, **options):
        lines, problems = self._read(file)
        result = plan(lines, registered(), may_publish=True)
        self._refuse(sorted([*problems, *result.problems], key=lambda problem: problem.line))
        if not dry_run:
            try:
                result = carry_out(lines)
            except NotApplied as error:
                self._refuse(error.problems)
        self._tell(result, dry_run)

    def _read(self, file):
        try:
            with file.open("rb") as opened:
                return checked(read_table(opened))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}") from error
        except FileRefused as error:
            raise CommandError(f"{file}: {error}") from error

    def _refuse(self, problems):
        for problem in problems:
            self.stderr.write(
                ": ".join(filter(None, [f"Line {problem.line}", problem.column]))
                + f": {problem.message}"
            )
        if problems:
            raise CommandError(f"Nothing was changed. Errors: {len(problems)}.")

    def _tell(self, result, dry_run):
        for step in result.additions:
            self.stdout.write(f"+ {step.name} (line {step.line})")
        for step in result.changes:
            self.stdout.write(f"~ {step.name} (line {step.line})")
            for column, before, after in step.differences:
                self.stdout.write(f"    {column}: {before or '–'} → {after or '–'}")
        counts = f"new {len(result.additions)}, changed {len(result.changes)}, "
        counts += f"left alone {result.unchanged}"
        self.stdout.write(
            f"Dry run, nothing was changed: {counts}." if dry_run else f"Done: {counts}."
        )
