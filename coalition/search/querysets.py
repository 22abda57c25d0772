"""Which entries of the index answer a question."""

from django.contrib.postgres.search import SearchQuery
from django.db import connections, models


class EntryQuerySet(models.QuerySet):
    """None of these asks whether readers may see what is found: `found.readable` does.

    Folded words hold letters and digits only: nothing in them is an operator to a database.
    """

    MOST_READ = 2000

    def in_language(self, language_code):
        return self.filter(language=language_code)

    def saying(self, phrases):
        """Those that hold all the phrases, each of them word by word."""
        if connections[self.db].vendor == "postgresql":
            return self._near_by(phrases).filter(vector=matching(phrases))
        entries = self
        for phrase in phrases:
            entries = entries.filter(folded__contains=f" {phrase} ")
        return entries

    def _near_by(self, phrases):
        """Where words must stand side by side, only the newest that hold them all are looked at.

        PostgreSQL's index does not know places: it would read every row that holds the words.
        """
        words = " ".join(phrases).split()
        if len(words) == len(phrases):
            return self
        holding = self.filter(vector=matching(words)).newest_first()
        return self.filter(pk__in=holding.values("pk")[: self.MOST_READ])

    def of_kind(self, kind):
        return self.filter(kind=kind)

    def about_partner(self, public_id):
        return self.filter(partners__contains=f" {public_id} ")

    def of_year(self, year):
        return self.filter(day__year=year)

    def newest_first(self):
        """By page where days are the same: an entry is made anew whenever its page is saved."""
        return self.order_by("-day", "-page", "-pk")


def matching(phrases):
    """PostgreSQL's query for all these phrases.

    Its configuration is "simple", because the words are folded already: its own English or
    French would drop words and cut others that another database keeps.
    """
    first, *others = (
        SearchQuery(phrase, search_type="phrase", config="simple") for phrase in phrases
    )
    for query in others:
        first &= query
    return first
