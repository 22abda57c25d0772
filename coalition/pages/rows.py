"""Rows that are no pages and that each language has of its own."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db.models import UniqueConstraint
from django.utils.translation import gettext_lazy as _
from wagtail.models import DraftStateMixin, TranslatableMixin

from coalition.delivery.direction_marks import PlainlyNamed
from coalition.facts.french import is_french
from coalition.facts.spacing import set_spaces
from coalition.pages.row_translation import RowTranslation


class TranslatedRow(PlainlyNamed, TranslatableMixin):
    """A row in one language. A language's rules are checked where an editor can be told."""

    # Others' words are neither translated nor mended.
    are_our_words = True

    # These go when the row goes, whichever side of the translation it was on.
    _translated_from = GenericRelation(RowTranslation, "row_id", "kind")
    _translated_to = GenericRelation(RowTranslation, "source_id", "kind")

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def clean(self):
        super().clean()
        if self.are_our_words and self.locale_id and is_french(self.locale.language_code):
            set_spaces(self)

    def validate_constraints(self, exclude=None):
        """Forms leave the language out, and Django with it every rule that names the language."""
        super().validate_constraints(exclude=set(exclude or ()) - {"locale"})

    def copy_for_translation(self, locale, exclude_fields=None):
        """A draft, which Wagtail forgets; refused where the language has such a row already."""
        public = ["live_revision", "first_published_at", "last_published_at"]
        copied = super().copy_for_translation(locale, [*public, *(exclude_fields or [])])
        copied.validate_constraints()
        if isinstance(copied, DraftStateMixin):
            copied.live = False
        return copied


def one_a_language(name):
    """The constraint of texts that each language has in a single row."""
    return UniqueConstraint(
        fields=["locale"],
        name=name,
        violation_error_message=_("This language has its texts already: edit those."),
    )


def source_of(row):
    """The row it was translated from, if we know; else the same row in our first language."""
    known = RowTranslation.objects.of(row).first()
    if known:
        return known.source
    return row.get_translations().filter(locale__language_code=settings.LANGUAGE_CODE).first()
