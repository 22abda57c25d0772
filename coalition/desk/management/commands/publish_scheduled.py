"""`manage.py publish_scheduled`"""

from django.core.management.base import BaseCommand
from django.utils import timezone

from coalition.desk.due import problems_of, to_publish, to_withdraw
from coalition.desk.one_at_a_time import only_one


class Command(BaseCommand):
    """In place of Wagtail's, which publishes whatever is due."""

    help = "Publishes and withdraws what is due, once, however many of these run at a time."

    def handle(self, **options):
        with only_one("publish_scheduled") as is_ours:
            if is_ours:
                withdraw()
                self.publish()
            else:
                self.stdout.write("Somebody else is at it.")

    def publish(self):
        """But for what lacks something since: the dashboard tells of that."""
        for revision in to_publish(timezone.now()):
            if problems := problems_of(revision):
                self.stdout.write(f"{revision.object_str}: {' '.join(problems)}")
            else:
                revision.publish(log_action="wagtail.publish.scheduled")


def withdraw():
    # All of them are read before the first one changes.
    for row in list(to_withdraw(timezone.now())):
        row.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
