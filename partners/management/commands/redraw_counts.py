"""`manage.py redraw_counts`"""

from django.core.management.base import BaseCommand

from partners.counted_cards import redraw


class Command(BaseCommand):
    help = "Draws the cards that say how many partners there are, where that has changed."

    def handle(self, **options):
        self.stdout.write(f"{redraw()} cards drawn")
