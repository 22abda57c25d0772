"""Brings every page's card up to date."""

from django.core.management.base import BaseCommand
from wagtail.models import Page

from coalition.cards.keeping import keep_card


class Command(BaseCommand):
    help = "Draw the cards that pages lack, or whose words have changed; throw others away."

    def handle(self, *args, **options):
        pages = Page.objects.order_by("pk").specific().iterator()
        drawn = sum(keep_card(page) for page in pages)
        self.stdout.write(f"{drawn} cards drawn")
