"""What a reader asks for: words, quoted phrases, and what to narrow the answer by."""

import re

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from coalition.pages.folding import fold, folded_words
from coalition.search.facets import Facets, partner_names
from coalition.search.kinds import all_kinds

QUOTED = re.compile(r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]")


class Question(forms.Form):
    """All of it stands in the address; nothing of it is asked of a database before it is valid."""

    LONGEST = 200
    FILTERS = tuple(Facets.LABELS)

    q = forms.CharField(
        label=_("Search for"),
        required=False,
        max_length=LONGEST,
        error_messages={"max_length": _("Search for fewer words: at most 200 characters.")},
    )
    kind = forms.ChoiceField(
        required=False,
        error_messages={"invalid_choice": _("There is no such kind. Search in all of them.")},
    )
    partner = forms.ChoiceField(
        required=False,
        error_messages={"invalid_choice": _("There is no such partner. Search without one.")},
    )
    year = forms.RegexField(
        r"^[12]\d{3}$",
        required=False,
        error_messages={"invalid": _("A year has four digits. Search without one.")},
    )

    def __init__(self, parameters):
        super().__init__(parameters)
        self.fields["kind"].choices = all_kinds().items
        self.fields["partner"].choices = lambda: partner_names().items()

    @property
    def words(self):
        """The words to look for, each once, as search compares them."""
        return list(dict.fromkeys(word for phrase in self.phrases for word in phrase.split()))

    @cached_property
    def phrases(self):
        """What must stand in a page word by word: each word alone, and what stands in quotes.

        Lone letters are left out if there are others: the “l” of “l’eau” stands before vowels only.
        """
        if not self.is_valid():
            return []
        typed = self.cleaned_data["q"]
        quoted = [fold(phrase) for phrase in QUOTED.findall(typed)]
        single = folded_words(QUOTED.sub(" ", typed))
        phrases = [phrase for phrase in dict.fromkeys([*quoted, *single]) if phrase]
        return [phrase for phrase in phrases if len(phrase) > 1] or phrases

    @property
    def chosen(self):
        """The filters in use, and their values."""
        values = self.cleaned_data if self.is_valid() else {}
        return {name: values[name] for name in self.FILTERS if values.get(name)}

    @property
    def parameters(self):
        """What stands in the address of this very answer, but for the page."""
        return {"q": self.data.get("q", ""), **self.chosen}

    def narrow(self, entries):
        if kind := self.chosen.get("kind"):
            entries = entries.of_kind(kind)
        if partner := self.chosen.get("partner"):
            entries = entries.about_partner(partner)
        if year := self.chosen.get("year"):
            entries = entries.of_year(int(year))
        return entries
