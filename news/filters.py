"""What readers may narrow the list of stories by."""

from django import forms
from django.utils.translation import gettext_lazy as _

from coalition.about.models import LineOfEffortPage
from news.models.story import StoryKind, Topic
from partners.models import Partner
from partners.names import alphabetical


class Choice(forms.TypedChoiceField):
    """A select whose options stand for things; cleaned, it gives the thing or None."""

    def __init__(self, *, label, everything, refusal):
        super().__init__(
            label=label,
            required=False,
            empty_value=None,
            error_messages={"invalid_choice": refusal},
            widget=forms.Select(attrs={"class": "field__input"}),
        )
        self.everything = everything

    def offer(self, options):
        """`options` are triples: the word in the address, the words a reader sees, the thing."""
        options = list(options)
        self.choices = [("", self.everything), *((key, words) for key, words, _ in options)]
        self.coerce = {key: thing for key, _, thing in options}.__getitem__


class StoryFilters(forms.Form):
    """Any of these together; a select offers only what leads somewhere."""

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

    def __init__(self, parameters, stories, index_page):
        super().__init__(parameters, auto_id="filter-%s")
        lines = LineOfEffortPage.objects.readable().in_language_of(index_page).order_by("path")
        partners = Partner.objects.readable().filter(pk__in=stories.values("partners"))
        self.fields["kind"].offer((kind.value, kind.label, kind) for kind in StoryKind)
        self.fields["topic"].offer(
            (topic.slug, topic.name, topic)
            for topic in Topic.objects.filter(locale_id=index_page.locale_id)
        )
        self.fields["partner"].offer(by_name(partners))
        self.fields["line"].offer((line.slug, line.title_in_lists, line) for line in lines)
        self.fields["year"].offer(
            (str(day.year), str(day.year), day.year)
            for day in stories.dates("date", "year", order="DESC")
        )

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
    def parameters(self):
        """What stands in the address, in the form's order."""
        return {name: self.data[name] for name in self.fields if self.data.get(name)}


def by_name(partners):
    named = sorted(partners, key=lambda partner: alphabetical(partner.name))
    return [(partner.public_id, partner.name, partner) for partner in named]
