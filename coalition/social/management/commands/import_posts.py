"""Reads posts from the archive of another network: whole posts, and as often as one likes."""

from argparse import RawDescriptionHelpFormatter
from collections import Counter
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from coalition.social.exchange.apply import take
from coalition.social.exchange.files import opened
from coalition.social.exchange.pictures import PictureRefused, check
from coalition.social.exchange.plan import ADD, CHANGE, planned
from coalition.social.exchange.post import ArchiveRefused, Options
from coalition.social.exchange.read import read_posts
from coalition.social.exchange.read_plain import COLUMNS

MOST_PROBLEMS_SHOWN = 20
SIGNS = {ADD: "+", CHANGE: "~"}
HELP = """Read posts from

  an archive of X          the zip file or its unpacked folder (data/tweets.js, tweets_media)
  an archive of Mastodon   the zip file, its folder, or outbox.json
  a table of our own       .csv, or .json with a list of objects; its columns:

{columns}

Every entry is read and checked before the first is kept: with any error, nothing changes.
Then each post is kept with its picture, no larger than pages show it, or not at all; an import
that was interrupted goes on where it stopped when it is run again. Posts that an editor has
changed or hidden stay as they are. What is not public, answers to others and reposts without
their text are left out."""


class Command(BaseCommand):
    help = HELP.format(columns="\n".join(f"  {name:14} {what}" for name, what in COLUMNS.items()))

    def create_parser(self, *args, **kwargs):
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser):
        languages = [code for code, _name in settings.LANGUAGES]
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--dry-run", action="store_true", help="Say what would change.")
        parser.add_argument(
            "--account", default="", help="Whose archive it is, where it does not say: no @."
        )
        parser.add_argument(
            "--language",
            choices=languages,
            default=settings.LANGUAGE_CODE,
            help="That of posts in none of the site's languages (%(default)s).",
        )
        parser.add_argument(
            "--with-answers", action="store_true", help="Keep answers to others too."
        )

    def handle(self, *, file, dry_run, account, language, with_answers, **options):
        languages = tuple(code for code, _name in settings.LANGUAGES)
        options = Options(account.removeprefix("@"), language, languages, with_answers)
        try:
            with opened(file) as archive:
                self._check(archive, file, options)
                steps = planned(read_posts(archive, file, options), options)
                self._carry_out(steps, archive, dry_run)
        except ArchiveRefused as error:
            raise CommandError(str(error)) from error

    def _check(self, archive, file, options):
        """Everything that is wrong anywhere, and what will be left out and why."""
        problems, left_out = 0, Counter()
        try:
            for found in read_posts(archive, file, options):
                left_out.update(filter(None, [found.left_out]))
                problems += bool(found.problem)
                if found.problem and problems <= MOST_PROBLEMS_SHOWN:
                    self.stderr.write(f"{found.place}: {found.problem}")
        except ArchiveRefused as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        if problems:
            raise CommandError(f"Nothing was changed. Errors: {problems}.")
        for reason, number in sorted(left_out.items()):
            self.stdout.write(f"Left out, {reason}: {number}")

    def _carry_out(self, steps, archive, dry_run):
        counts = Counter()
        for step in steps:
            counts[step.verb] += 1
            if step.verb in SIGNS:
                self._tell(step)
                refusal = self._take(step, archive, dry_run)
                if refusal:
                    counts["refused"] += 1
                    self.stdout.write(f"    picture refused: {step.post.medium.name}: {refusal}")
        self._sum_up(counts, dry_run)

    def _take(self, step, archive, dry_run):
        try:
            return check(step.post, archive) if dry_run else take(step, archive)
        except PictureRefused as error:
            return str(error)
        except ValidationError as error:
            raise CommandError(
                f"{step.found.place}: {' '.join(error.messages)} "
                "The posts before it are kept; run the import again to go on."
            ) from error

    def _tell(self, step):
        words = " ".join(step.post.text.split())[:60]
        self.stdout.write(f"{SIGNS[step.verb]} {words} ({step.found.place})")
        if step.verb == CHANGE:
            for name, before, after in step.differences:
                self.stdout.write(f"    {name}: {before[:60] or '–'} → {after[:60] or '–'}")
        if step.found.lost:
            self.stdout.write(f"    not kept: {step.found.lost}")

    def _sum_up(self, counts, dry_run):
        said = f"new {counts['add']}, changed {counts['change']}, left alone "
        said += f"{counts['unchanged']}, changed by editors {counts['edited']}"
        if counts["refused"]:
            said += f"; pictures refused {counts['refused']}"
        self.stdout.write(f"Dry run, nothing was changed: {said}." if dry_run else f"Done: {said}.")
