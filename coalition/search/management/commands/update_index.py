"""Wagtail's command of this name; it makes the readers' index anew too."""

from wagtail.search.management.commands.update_index import Command as WagtailsCommand

from coalition.search.indexing import index_all


class Command(WagtailsCommand):
    def handle(self, **options):
        super().handle(**options)
        index_all()
