"""`manage.py reset_second_factor USERNAME`"""

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError

from coalition.staff.lost_devices.resetting import start_over


class Command(BaseCommand):
    help = (
        "Take away somebody's password and second factor, and mail them an invitation. For an "
        "operator, when there are no two administrators who could do it."
    )

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        person = get_user_model().objects.filter(username=username).first()
        if person is None:
            raise CommandError(f"Nobody here is called {username}.")
        start_over(person)
        self.stdout.write(f"An invitation goes to {person.email or 'nobody: there is no address'}.")
