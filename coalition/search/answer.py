"""What the site answers to a reader's words."""

from django.utils.functional import cached_property

from coalition.pages.folding import fold
from coalition.pages.paging import PagedList
from coalition.search.facets import Facets
from coalition.search.found import read, readable
from coalition.search.models import Entry, promoted_pages
from coalition.search.question import Question
from coalition.search.spelling import guess


class Answer:
    """The readable pages and documents of a language that hold all the words."""

    RESULTS_A_PAGE = 10
    # As many of the newest are looked at. Whoever asks for a word that is everywhere narrows.
    MOST = 1000

    def __init__(self, parameters, language_code):
        self.question = Question(parameters)
        self.language_code = language_code
        self.entries = Entry.objects.in_language(language_code)
        self.pages = PagedList(
            self.found,
            parameters.get("page", 1),
            self.RESULTS_A_PAGE,
            self.question.parameters,
        )

    @property
    def words(self):
        return self.question.words

    @cached_property
    def _matches(self):
        phrases = self.question.phrases
        if not phrases:
            return []
        # A database reads conditions in this order: a year is cheaper to compare than a text.
        entries = self.question.narrow(self.entries).saying(phrases)
        return read(entries.newest_first()[: self.MOST])

    @property
    def is_cut_short(self):
        return len(self._matches) == self.MOST

    @cached_property
    def found(self):
        """All results, best first, each once."""
        phrases = self.question.phrases
        best_first = sorted(
            readable(self._matches), key=lambda found: found.rank(phrases), reverse=True
        )
        results = {}
        for found in best_first:
            results.setdefault(found.identity, found)
        return list(results.values())

    @cached_property
    def results(self):
        """The entries to show on this page of the results."""
        return whole(self.pages)

    @cached_property
    def facets(self):
        return Facets(self.found, self.question)

    @cached_property
    def promoted(self):
        """What editors put first for these very words, where nothing else was asked for."""
        if not self.words or self.question.chosen or self.pages.page.number > 1:
            return []
        pages = promoted_pages(self.language_code).get(fold(self.question.cleaned_data["q"]))
        if not pages:
            return []
        entries = self.entries.filter(document=None, page__in=pages)
        return whole(readable(read(entries.order_by("pk"))))

    @property
    def has_missed(self):
        return bool(self.words) and not self.found and not self.question.chosen

    @cached_property
    def guess(self):
        """Words that were probably meant, if they find anything."""
        guessed = guess(self.language_code, self.words) if self.has_missed else None
        if not guessed:
            return ""
        entries = self.entries.saying([fold(word) for word in guessed])
        is_found = readable(read(entries.newest_first()[: self.RESULTS_A_PAGE]))
        return " ".join(guessed) if is_found else ""


def whole(found):
    """The entries themselves, with what a card shows, in the order they were found."""
    keys = [result.pk for result in found]
    entries = Entry.objects.select_related("page", "document").defer("folded", "vector")
    entries = entries.in_bulk(keys) if keys else {}
    return [entries[key] for key in keys if key in entries]
