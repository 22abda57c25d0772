"""Sets aside the stored pages that have changed by themselves; throws away what is a day old."""

from typing import Any

from django.core.management.base import BaseCommand

from coalition.delivery.store.site import tend_pages


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options: Any) -> None:
        self.stdout.write(f"Pages to be made anew: {tend_pages()}.")
