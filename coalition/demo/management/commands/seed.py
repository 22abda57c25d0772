"""Fills an empty database with the demo coalition."""

import logging
import os
import time

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError

from coalition.demo.library import Library, draw_all
from coalition.demo.pictures.stage import HEIGHT, WIDTH
from coalition.demo.planting import plant
from coalition.demo.staff import PASSWORD_FILE, demo_password
from news.models import StoryPage


class Command(BaseCommand):
    help = "Plant the demo: the Coalition of May 2020 in three languages. Only without stories."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="Do nothing, instead of refusing."
        )

    def handle(self, *args, **options):
        if StoryPage.objects.exists():
            if options["if_empty"]:
                return
            raise CommandError("This database has stories: the demo goes only into one without.")
        self.started = time.monotonic()
        logging.disable(logging.INFO)  # Wagtail tells of every row it keeps.
        try:
            self.seed()
        except (IntegrityError, ValidationError) as clash:
            raise CommandError(f"This database has what the demo would plant: {clash}") from clash
        finally:
            logging.disable(logging.NOTSET)

    def seed(self):
        self.say("Drawing the pictures …")
        library = Library(draw_all((WIDTH, HEIGHT), processes=os.cpu_count() or 1))
        self.say("Planting, and cutting the pictures to the shapes that pages show:")
        plant(library, demo_password(), say=lambda line: self.say(f"  {line}"))
        self.say(f"Sign in at {settings.SITE_URL}/{settings.ADMIN_PATH} as admin, editor,")
        self.say(f"publisher or partner-manager; the password is {self.where_the_password_is()}.")

    def say(self, line):
        self.stdout.write(f"[{time.monotonic() - self.started:4.0f} s] {line}")

    def where_the_password_is(self):
        if settings.SEED_PASSWORD:
            return "the one in SEED_PASSWORD"
        return f"{demo_password()} (kept in {PASSWORD_FILE})"
