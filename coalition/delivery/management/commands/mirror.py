"""Writes every public page into a folder, for a web server behind which nothing of ours runs."""

from pathlib import Path
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.core.management.base import BaseCommand, CommandError, CommandParser

from coalition.delivery.mirror import Mirror, NoMirrorError


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("folder", type=Path, help="empty, or a mirror already")

    def handle(self, *, folder: Path, **options: Any) -> None:
        mirror = Mirror(folder, WSGIHandler())
        try:
            mirror.renew()
        except NoMirrorError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(f"{folder} holds {len(mirror.kept)} files.")
        if mirror.failed:
            raise CommandError(f"As they were: {', '.join(mirror.failed)}")
