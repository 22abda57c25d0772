"""`manage.py cut_pictures`"""

from django.core.management.base import BaseCommand

from coalition.media.cutting import cut_if_possible
from coalition.media.models import Picture, WantedCut
from coalition.media.shapes import SHAPES

# In one go, which takes some fifteen seconds: there are other things that wait for the clock.
MOST = 3


class Command(BaseCommand):
    help = "Cuts a few of the pictures that lacked a cut where they were to be shown."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Cut all that there are.")

    def handle(self, **options):
        pictures = Picture.objects.order_by("pk")
        if not options["all"]:
            pictures = pictures.filter(wantedcut__isnull=False)[:MOST]
        made = sum(cut_what_was_wanted(picture) for picture in pictures.iterator())
        self.stdout.write(f"{made} cuts made")


def cut_what_was_wanted(picture):
    """If that cannot be, it is not tried again before somebody asks anew."""
    made = cut_if_possible(picture, *SHAPES)
    WantedCut.objects.filter(pk=picture.pk).delete()
    return made
