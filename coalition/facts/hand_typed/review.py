"""What an editor should know of the numbers they typed on a page, and what can be done."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import override

from coalition.facts.hand_typed.finder import TypedCount, typed_counts
from coalition.facts.hand_typed.letters import plain
from coalition.facts.hand_typed.markup import Markup, read_html, read_plain
from coalition.facts.memory import value_of
from coalition.facts.registry import Fact, all_facts
from coalition.facts.texts import Text, rewrite, texts_of
from coalition.facts.wording import Form, worded

# So far from the fact, on its day or today, a typed number counts something else.
FAR = 16

ENTITY = '<embed embedtype="fact" name="{}" form="{}"/>'
ARABIC_ARTICLE = "الـ"


class NothingToReplace(LookupError):
    """The text does not have these words any more, or no fact can take their place."""


@dataclass(frozen=True)
class HandTyped:
    """A typed number on a page, and the fact it stands for."""

    text: Text
    markup: Markup
    count: TypedCount
    fact: Fact
    language: str

    @property
    def is_right(self):
        """The fact says the same, on the day this text tells facts for."""
        return self._told_value == self.count.value

    @property
    def told(self):
        """The words the fact would have here."""
        return self._worded(self._forms[-1])

    @property
    def can_be_replaced(self):
        return self.is_right and self.text.holds_facts and self._quotation is not None

    @property
    def is_settled(self):
        """Needs nobody's eye: right for good, or history rather than a count.

        What is right on a dated page stays so, also where no fact can be quoted. Elsewhere
        "the 82nd partner" says who joined when: the fact would soon say something else.
        """
        if self.text.day is None:
            return self.count.names_one
        return self.is_right and not self.can_be_replaced

    @property
    def query(self):
        """What tells `replace` which of a page's typed numbers is meant."""
        return urlencode(
            {"path": self.text.path, "start": self.count.start, "words": self.count.words}
        )

    def replaced(self):
        """The text's source with the fact in the number's place."""
        form, (start, end) = self._quotation
        article = ARABIC_ARTICLE if self.count.has_article else ""
        entity = format_html(ENTITY, self.fact.name, form.value)
        return f"{self.text.source[:start]}{article}{entity}{self.text.source[end:]}"

    @property
    def _told_value(self):
        return value_of(self.fact, self.text.day or timezone.localdate())

    @cached_property
    def _forms(self):
        """With its noun, if that is what was typed: the fact keeps their plural right."""
        if self.count.is_ordinal:
            return [Form.ORDINAL]
        is_counted = plain(self.count.words) == plain(self._worded(Form.COUNTED))
        return [Form.COUNTED, Form.NUMBER] if is_counted else [Form.NUMBER]

    @cached_property
    def _quotation(self):
        """The form in which the fact can be quoted, and its place in the source; None if none."""
        places = [(form, self._place_of(form)) for form in self._forms]
        return next((quotation for quotation in places if quotation[1]), None)

    def _place_of(self, form):
        count = self.count
        if form is Form.COUNTED:
            end = count.words_start + len(count.words)
            return self.markup.place_of(count.words_start, end)
        return self.markup.place_of(count.start, count.end)

    def _worded(self, form):
        with override(self.language):
            return worded(self.fact, self._told_value, form)


def review(row):
    """The typed numbers of a page or draft that an editor should look at."""
    language = row.locale.language_code
    found = [typed for text in texts_of(row) for typed in _in_text(text, language)]
    return [typed for typed in found if not typed.is_settled]


def replace(row, path, start, words):
    """Put the fact into the row where `review` found these words; raises NothingToReplace."""
    found = [typed for typed in review(row) if typed.can_be_replaced]
    sources = {
        typed.text.path: typed.replaced()
        for typed in found
        if (typed.text.path, typed.count.start, typed.count.words) == (path, start, words)
    }
    if not sources:
        raise NothingToReplace(words)
    rewrite(row, lambda text: sources.get(text.path))


def _in_text(text, language):
    """Each typed number once: several facts may count the same thing, the right one is meant."""
    markup = (read_html if text.is_html else read_plain)(text.source)
    found = {}
    for fact in all_facts():
        for count in _like(fact, markup.text, text.day, language):
            typed = HandTyped(text, markup, count, fact, language)
            if count.start not in found or (typed.is_right and not found[count.start].is_right):
                found[count.start] = typed
    return [found[start] for start in sorted(found)]


def _like(fact, text, day, language):
    """The numbers that could be copies of a fact."""
    if language not in fact.nouns:
        return []
    today = timezone.localdate()
    told = {value_of(fact, day or today), value_of(fact, today)}
    plausible = {near for value in told for near in range(value - FAR + 1, value + FAR)}
    return typed_counts(text, language, fact.nouns[language], plausible)
