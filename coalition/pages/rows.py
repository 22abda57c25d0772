"""Rows that are no pages and that each language has of its own."""

from wagtail.models import TranslatableMixin


class TranslatedRow(TranslatableMixin):
    """A row in one language. A language's rules are checked where an editor can be told."""

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def validate_constraints(self, exclude=None):
        """Forms leave the language out, and Django with it every rule that names the language."""
        super().validate_constraints(exclude=set(exclude or ()) - {"locale"})
