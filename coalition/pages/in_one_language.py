"""What a page is because it stands in one language, and in others as well."""

from django.db.models import F
from django.utils.functional import cached_property

from coalition.facts.french import is_french, spaced


class InOneLanguage:
    """Knows its translations, and is written as its language is."""

    plain_texts = ("title", "listing_title", "seo_title", "picture_alt", "picture_caption")

    def clean(self):
        """Sets the spaces of French where no filter does: plain texts stand in many templates."""
        super().clean()
        if self.locale_id and is_french(self.locale.language_code):
            for name in self.plain_texts:
                text = spaced(getattr(self, name))
                if len(text) <= self._meta.get_field(name).max_length:
                    setattr(self, name, text)

    @cached_property
    def language_alternates(self):
        """This page and its readable translations, by language code."""
        translations = (
            type(self)
            ._default_manager.filter(translation_key=self.translation_key)
            .readable()
            .in_spoken_languages()
            .select_related("locale", "social_card", "translation")
            .annotate(public_draft_at=F("live_revision__created_at"))
        )
        return {page.locale.language_code: page for page in translations}

    @property
    def newer_source(self):
        """The page this one was translated from, if it has been changed since then."""
        translation = getattr(self._among_alternates(self.pk), "translation", None)
        source = self._among_alternates(translation.source_id) if translation else None
        drafted = getattr(source, "public_draft_at", None)
        return source if drafted and drafted > translation.made_at else None

    def _among_alternates(self, pk):
        return next((page for page in self.language_alternates.values() if page.pk == pk), None)
