"""Plants what a language needs that was added to the settings."""

from django.core.management.base import BaseCommand

from coalition.home.language_trees import plant, without_tree


class Command(BaseCommand):
    help = "Plant a home page and draft sections for each language of the settings without them."

    def handle(self, *args, **options):
        for code in without_tree():
            self.stdout.write(f"{code}: {plant(code).url}")
