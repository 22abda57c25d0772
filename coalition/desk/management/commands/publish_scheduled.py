"""`manage.py publish_scheduled`"""

from wagtail.management.commands import publish_scheduled

from coalition.desk.one_at_a_time import only_one


class Command(publish_scheduled.Command):
    help = "Publishes and withdraws what is due, once, however many of these run at a time."

    def handle(self, *args, **options):
        with only_one("publish_scheduled") as is_ours:
            if is_ours:
                super().handle(*args, **options)
            else:
                self.stdout.write("Somebody else is at it.")
