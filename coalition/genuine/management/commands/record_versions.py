"""`manage.py record_versions`"""

from django.core.management.base import BaseCommand

from coalition.genuine.recording import record, unrecorded

# A minute's share, for stories that were there before anybody took note.
AT_ONCE = 100


class Command(BaseCommand):
    help = "Give stories that readers see their references, and note the versions they are in."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Not only a minute's share.")

    def handle(self, **options):
        noted = share = self.record_a_share()
        while options["all"] and share:
            share = self.record_a_share()
            noted += share
        self.stdout.write(f"{noted} stories noted")

    def record_a_share(self):
        keys = list(unrecorded().order_by("date", "pk").values_list("pk", flat=True)[:AT_ONCE])
        return record(unrecorded().filter(pk__in=keys))
