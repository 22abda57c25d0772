"""Makes groups and permissions agree with staff/roles.py."""

from django.core.management.base import BaseCommand

from coalition.staff.groups import sync_roles


class Command(BaseCommand):
    help = "Give every role exactly the permissions that staff/roles.py names."

    def handle(self, *args, **options):
        self.stdout.write(f"Roles agree with the table: {', '.join(sync_roles())}.")
