"""What the results can be narrowed by, and how many there are of each."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from coalition.search.kinds import all_kinds

# Partners live in a room above this one: it says how to name them.
_name_partners: list[Callable[[], Mapping[str, str]]] = []


def name_partners_by(names: Callable[[], Mapping[str, str]]) -> None:
    """`names` gives the name of every readable partner, by public id, in the active language."""
    _name_partners[:] = [names]


def partner_names() -> Mapping[str, str]:
    return _name_partners[0]() if _name_partners else {}


@dataclass(frozen=True)
class Option:
    """One value to narrow by; `address` leads to the results with it, or without it if chosen."""

    words: str | Promise
    address: str
    count: int = 0


@dataclass(frozen=True)
class Facet:
    """A way to narrow: either one of its options is chosen, or they are on offer."""

    label: str | Promise
    options: list[Option]
    chosen: Option | None = None


class Facets:
    """Those of the results at hand, so that no option leads to nothing."""

    LABELS = {"kind": _("Kind"), "partner": _("Partner"), "year": _("Year")}

    def __init__(self, found, question):
        self._found = found
        self._parameters = question.parameters
        facets = [self._facet(name, label) for name, label in self.LABELS.items()]
        self.chosen = [facet for facet in facets if facet.chosen]
        self.offered = [facet for facet in facets if facet.options]

    def _facet(self, name, label):
        words = _words_of(name)
        others = {key: value for key, value in self._parameters.items() if key != name}
        if chosen := self._parameters.get(name):
            return Facet(label, [], Option(words(chosen), _address(others)))
        counts = Counter(value for result in self._found for value in result.values_of(name))
        options = [
            Option(words(value), _address(others | {name: value}), count)
            for value, count in _in_order(name, counts)
            if words(value)
        ]
        return Facet(label, options)


def _words_of(name):
    if name == "year":
        return str
    return (all_kinds() if name == "kind" else partner_names()).get


def _in_order(name, counts):
    """Years from the latest, all else from the most frequent."""
    if name == "year":
        return sorted(counts.items(), reverse=True)
    return sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))


def _address(parameters):
    return f"?{urlencode(parameters)}"
