"""What a page is because it stands in one language, and in others as well."""

from django.db.models import F
from django.utils.functional import cached_property

from coalition.delivery.direction_marks import strip_marks
from coalition.delivery.kept import kept
from coalition.delivery.reading import row
from coalition.delivery.tags import wait_for, waiting_for
from coalition.facts.french import is_french
from coalition.facts.spacing import set_spaces
from coalition.pages.standing import translations

# Small rows that are read along with a page.
HANGING = ("social_card", "translation", "imprint")


class InOneLanguage:
    """Knows its translations, and is written as its language is."""

    def clean(self):
        super().clean()
        strip_marks(self)
        if self.locale_id and is_french(self.locale.language_code):
            set_spaces(self)

    @cached_property
    def language_alternates(self):
        """This page and its readable translations, by language code: all of them ask for it."""
        return kept(f"alternates:{self.translation_key}", self._alternates_now)

    def _alternates_now(self):
        alternates = (
            type(self)
            ._default_manager.filter(translation_key=self.translation_key)
            .readable()
            .in_spoken_languages()
            .select_related("locale", *HANGING)
            .only(*self.at_a_glance, *HANGING)
            .annotate(public_draft_at=F("live_revision__created_at"))
        )
        with waiting_for(translations(self.translation_key)):
            return {page.locale.language_code: page for page in alternates}

    @property
    def imprint_shown(self):
        """Its reference and version, once readers have seen it."""
        return getattr(self._among_alternates(self.pk), "imprint", None)

    @property
    def newer_source(self):
        """The page this one was translated from, if it has been changed since then."""
        translation = getattr(self._among_alternates(self.pk), "translation", None)
        if not translation:
            return None
        wait_for(row(type(self), translation.source_id))
        source = self._among_alternates(translation.source_id)
        drafted = getattr(source, "public_draft_at", None)
        return source if drafted and drafted > translation.made_at else None

    def _among_alternates(self, pk):
        return next((page for page in self.language_alternates.values() if page.pk == pk), None)
