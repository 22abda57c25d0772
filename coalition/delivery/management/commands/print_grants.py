from django.core.management.base import BaseCommand, CommandParser

from coalition.delivery.public_role import grants


class Command(BaseCommand):
    help = (
        "Prints what makes a role of PostgreSQL the one for PUBLIC_ONLY=1; after migrations, again."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("role", help="the role, which exists: CREATE ROLE reader LOGIN …")

    def handle(self, *args: object, role: str, **options: object) -> None:
        for statement in grants(role):
            self.stdout.write(statement)
