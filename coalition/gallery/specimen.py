"""A component in one of its states, and the pages it is taken from."""

from copy import copy
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils.translation import get_language

from coalition.delivery.light.choice import pictures_wait, waiting
from news.models import StoryPage


@dataclass(frozen=True)
class Specimen:
    """The component's own template, with what it is given."""

    state: str
    template: str
    given: dict = field(default_factory=dict)
    waits_for_pictures: bool = False

    def html(self, request):
        """In a gallery that came without its pictures, all of them wait."""
        with waiting(wait=self.waits_for_pictures or pictures_wait()):
            return render_to_string(self.template, self.given, request)


def of_language(model):
    """The first page of this model that readers of the active language see, or None."""
    return model.objects.readable().filter(locale__language_code=get_language()).first()


def newest_stories():
    """One with a picture and one without, by what that is called; none on an empty site."""
    stories = StoryPage.objects.readable().filter(locale__language_code=get_language())
    illustrated = stories.exclude(picture=None).newest_first().whole().first()
    if illustrated is None:
        return {}
    return {"with a picture": illustrated, "without": changed(illustrated, picture=None)}


def changed(row, **changes):
    """A copy that is never saved."""
    twin = copy(row)
    twin._state = copy(row._state)
    twin._state.fields_cache = dict(row._state.fields_cache)
    for name, value in changes.items():
        setattr(twin, name, value)
    return twin
