"""Notes anew where facts are quoted, after rows came past Wagtail: by a migration or by SQL."""

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import transaction
from wagtail.models import Page, RevisionMixin

from coalition.facts.models import FactUse
from coalition.facts.noting import note_row

ROWS_AT_ONCE = 200


class Command(BaseCommand):
    help = "Note anew which pages and snippets quote which facts."

    @transaction.atomic
    def handle(self, *args, **options):
        FactUse.objects.all().delete()
        for model in apps.get_models():
            if issubclass(model, RevisionMixin) and model is not Page:
                for row in model._default_manager.iterator(ROWS_AT_ONCE):
                    note_row(row)
        self.stdout.write(f"Noted {FactUse.objects.count()} uses of facts.")
