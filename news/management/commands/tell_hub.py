"""`manage.py tell_hub`"""

from django.core.management.base import BaseCommand

from news.feeds.hub import tell_hub


class Command(BaseCommand):
    help = "Tell the hub of our feeds, if there is one, which of them have changed."

    def handle(self, **options):
        self.stdout.write(f"{tell_hub()} feeds told of")
