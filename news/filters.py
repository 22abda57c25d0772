"""What readers may narrow the list of stories by."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from news.options import options


@dataclass(frozen=True)
class Option:
    """One value of a filter, and the address of the list as it is once one has pressed."""

    label: str
    words: str
    address: str
    is_chosen: bool = False


class Choice(forms.TypedChoiceField):
    """A select whose options stand for something to look for; cleaned, it gives that or None."""

    def __init__(self, *, label, everything, refusal):
        super().__init__(
            label=label,
            required=False,
            empty_value=None,
            error_messages={"invalid_choice": refusal},
            widget=forms.Select(attrs={"class": "field__input"}),
        )
        self.everything = everything

    def offer(self, choices):
        """As triples: the word in the address, the words a reader sees, what to look for."""
        self.choices = [("", self.everything), *((key, words) for key, words, _ in choices)]
        self.coerce = {key: wanted for key, _, wanted in choices}.__getitem__


class StoryFilters(forms.Form):
    """Any of these together."""

    kind = Choice(
        label=_("Kind"),
        everything=_("All kinds"),
        refusal=_("There is no such kind of story. Choose one from the list."),
    )
    topic = Choice(
        label=_("Topic"),
        everything=_("All topics"),
        refusal=_("There is no such topic. Choose one from the list."),
    )
    partner = Choice(
        label=_("Partner"),
        everything=_("All partners"),
        refusal=_("No story is about such a partner. Choose one from the list."),
    )
    line = Choice(
        label=_("Line of effort"),
        everything=_("All lines of effort"),
        refusal=_("There is no such line of effort. Choose one from the list."),
    )
    year = Choice(
        label=_("Year"),
        everything=_("All years"),
        refusal=_("There are no stories of that year. Choose one from the list."),
    )

    def __init__(self, parameters, index_page):
        super().__init__(parameters, auto_id="filter-%s")
        for name, choices in options(index_page).items():
            self.fields[name].offer(choices)

    def narrow(self, stories):
        """The stories that pass; none if a filter was not understood."""
        if not self.is_valid():
            return stories.none()
        chosen = self.cleaned_data
        if chosen["kind"]:
            stories = stories.of_kind(chosen["kind"])
        if chosen["topic"]:
            stories = stories.on_topic(chosen["topic"])
        if chosen["partner"]:
            stories = stories.about_partner(chosen["partner"])
        if chosen["line"]:
            stories = stories.along_line(chosen["line"])
        if chosen["year"]:
            stories = stories.of_year(chosen["year"])
        return stories

    @property
    def wanted(self):
        """What is looked for, by filter; nothing if one was not understood."""
        chosen = self.cleaned_data if self.is_valid() else {}
        return {name: value for name, value in chosen.items() if value}

    @property
    def parameters(self):
        """What stands in the address, in the form's order."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}

    @property
    def chosen(self):
        """What the list is narrowed by; the address of each leaves it out."""
        return [
            Option(
                self.fields[name].label,
                dict(self.fields[name].choices)[value],
                self._address(name, ""),
            )
            for name, value in self.parameters.items()
        ]

    @property
    def years(self):
        """The ways into the past, with the other filters as they are."""
        chosen = self.data.get("year")
        return [
            Option(self.fields["year"].label, year, self._address("year", year), year == chosen)
            for year, _words in self.fields["year"].choices
            if year
        ]

    def _address(self, name, value):
        parameters = {**self.parameters, name: value}
        return f"?{urlencode({name: value for name, value in parameters.items() if value})}"
