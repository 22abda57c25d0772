"""What a partner is called."""

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import InlinePanel

from coalition.pages.folding import fold, folded_words
from partners.names import territory_name


class Named:
    """For the partner: its names are CLDR's, but for those written for it in `names`."""

    panels = [
        InlinePanel(
            "names",
            heading=_("Names"),
            label=_("name"),
            help_text=_("Only those that differ from the name Unicode’s CLDR gives the ISO code."),
        )
    ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The name in the active language."""
        return self.name_in(get_language() or "en")

    @property
    def searchable_names(self):
        """Its names in every language, with and without accents."""
        languages = dict(settings.LANGUAGES)
        from_cldr = [territory_name(self.iso_code, language) for language in languages]
        names = " ".join([*(name.name for name in self.names.all()), *from_cldr, self.iso_code])
        return f"{names} {fold(names)}"

    def name_in(self, language_code):
        """The name written for a language, else CLDR's, else any name there is."""
        names = {name.language_code: name.name for name in self.names.all()}
        return (
            names.get(language_code)
            or territory_name(self.iso_code, language_code)
            or next(iter(names.values()), self.iso_code)
        )

    def is_called(self, text):
        """Whether all these words, or parts of words, stand in its names."""
        names = self.searchable_names
        return all(word in names for word in folded_words(text))
