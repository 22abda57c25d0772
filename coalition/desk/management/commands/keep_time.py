"""`manage.py keep_time`"""

import logging
import time
from io import StringIO

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections

logger = logging.getLogger(__name__)

SECONDS = 60
DUE = ["publish_scheduled", "redraw_counts", "tend_messages", "forget_receipts"]


class Command(BaseCommand):
    help = (
        "Does once a minute what is due: publishes, withdraws, mails, forgets. Runs until stopped."
    )

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="Do it once and end.")

    def handle(self, *, once, **options):
        while True:
            do_what_is_due()
            if once:
                return
            time.sleep(SECONDS)


def do_what_is_due():
    """One failure stops neither the others nor the clock."""
    for name in DUE:
        try:
            call_command(name, verbosity=0, stdout=StringIO())
        except Exception:
            logger.exception("%s has failed", name)
    connections.close_all()
