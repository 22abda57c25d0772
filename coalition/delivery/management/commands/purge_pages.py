"""Lets no stored page count any more; what is asked for is made anew."""

from typing import Any

from django.core.management.base import BaseCommand

from coalition.audit.record import record
from coalition.delivery.kept import forget
from coalition.delivery.store.site import forget_pages


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options: Any) -> None:
        forget()
        forget_pages()
        record("pages-purged")  # type: ignore[no-untyped-call] # The log's room has no types.
