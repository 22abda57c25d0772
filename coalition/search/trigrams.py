"""PostgreSQL's extension for words that are alike."""

from django.contrib.postgres.operations import TrigramExtension
from django.core.management.base import CommandError
from django.db import ProgrammingError


class Trigrams(TrigramExtension):
    """Says what to do where the role of the migrations may not create extensions."""

    def database_forwards(self, app_label, schema_editor, from_state, to_state):
        try:
            super().database_forwards(app_label, schema_editor, from_state, to_state)
        except ProgrammingError as refusal:
            raise CommandError(
                "Search needs PostgreSQL's extension pg_trgm, and this role may not create it. Let "
                "a superuser run “CREATE EXTENSION pg_trgm;” in this database, and migrate again."
            ) from refusal

    def database_backwards(self, app_label, schema_editor, from_state, to_state):
        """The extension may serve others in this database: it stays."""
