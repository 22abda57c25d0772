"""`manage.py tell_fronts`"""

from django.core.management.base import BaseCommand

from coalition.fronts.queue import tend
from coalition.fronts.telling import tell_fronts


class Command(BaseCommand):
    help = "Tell the caches in front of us, if there are any, what has changed."

    def handle(self, **options):
        self.stdout.write(f"{tell_fronts()} changes told")
        tend()
