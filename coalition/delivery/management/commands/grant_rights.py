"""Gives a role of PostgreSQL what its processes need and no more; after migrations, again."""

from collections.abc import Callable, Iterator
from typing import Any, Final

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction

from coalition.delivery import public_role, public_rows, site_role

GRANTS: Final[dict[str, list[Callable[[str], Iterator[str]]]]] = {
    "site": [site_role.grants],
    "public": [public_role.grants, public_rows.policies],
}


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "kind", choices=GRANTS, help="whose it is: of all that serves, or of PUBLIC_ONLY=1"
        )
        parser.add_argument("role", help="which exists: CREATE ROLE web LOGIN …")

    def handle(self, *, kind: str, role: str, **options: Any) -> None:
        # At once, so that nobody who is at work is without any.
        with transaction.atomic(), connection.cursor() as cursor:
            for grants in GRANTS[kind]:
                for statement in grants(role):
                    cursor.execute(statement)
