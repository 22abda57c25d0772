"""`manage.py keep_time`"""

import logging
import time
from io import StringIO

from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import Error, connections

from coalition.delivery.store.site import behind_the_door
from coalition.desk.one_at_a_time import only_one
from coalition.statistics.keeping import reads_from_outside

logger = logging.getLogger(__name__)

SECONDS = 60
DUE = [
    "publish_scheduled",
    "tend_pages",
    "tell_fronts",
    "redraw_counts",
    "record_versions",
    "tell_hub",
    "tend_messages",
    "tend_staff",
    "forget_receipts",
    "tend_audit",
    "follow_links",
    "cut_pictures",
]


class Command(BaseCommand):
    help = (
        "Does once a minute what is due: publishes, withdraws, mails, forgets. Runs until stopped."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Do it once and end.")

    def handle(self, *, once, **options):
        # Nobody comes in by it: it makes the pages anew that change here.
        behind_the_door(WSGIHandler(), most_read=reads_from_outside)
        while True:
            do_what_is_due()
            if once:
                return
            time.sleep(SECONDS)


def do_what_is_due():
    """Of several clocks one does it; a database that is away stops none of them."""
    try:
        with only_one("keep_time") as is_ours:
            if is_ours:
                do_all()
    except Error:
        logger.exception("The clock has lost the database")
    finally:
        connections.close_all()


def do_all():
    """One failure stops neither the others nor the clock."""
    for name in DUE:
        try:
            call_command(name, verbosity=0, stdout=StringIO())
        except Exception:
            logger.exception("%s has failed", name)
