"""`manage.py follow_links`"""

from django.core.management.base import BaseCommand

from coalition.desk.links.finding import keep_links
from coalition.desk.links.following import follow_links
from coalition.pages.models import BasePage
from coalition.pages.querysets import all_pages

PAGES_AT_ONCE = 100


class Command(BaseCommand):
    help = "Follow some of the links on published pages, and note those that lead nowhere."

    def add_arguments(self, parser):
        parser.add_argument("--find", action="store_true", help="Read all published pages first.")

    def handle(self, **options):
        if options["find"]:
            for page in all_pages().readable().specific().iterator(PAGES_AT_ONCE):
                if isinstance(page, BasePage):
                    keep_links(page)
        self.stdout.write(f"{follow_links()} links followed")
