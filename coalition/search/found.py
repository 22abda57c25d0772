"""What was found, as far as it takes to order it, to count it and to know who may see it."""

from dataclasses import dataclass, fields
from datetime import date

from coalition.media.models import DocumentFile
from coalition.pages.querysets import all_pages


@dataclass(frozen=True)
class Found:
    """An entry's columns of the same names."""

    pk: int
    page: int
    document: int | None
    kind: str
    day: date | None
    partners: str
    folded_title: str

    @property
    def identity(self):
        """A document that stands on several pages is one result."""
        return ("document", self.document) if self.document else ("page", self.page)

    def values_of(self, facet):
        values = {
            "kind": [self.kind],
            "partner": self.partners.split(),
            "year": [str(self.day.year)] if self.day else [],
        }
        return values[facet]

    def rank(self, phrases):
        """Whose title says more of it stands first; then what is kept up to date, then by day."""
        in_title = sum(f" {phrase} " in self.folded_title for phrase in phrases)
        return in_title, self.day or date.max, self.page, self.pk


def read(entries):
    columns = [field.name for field in fields(Found)]
    return [Found(*row) for row in entries.values_list(*columns)]


def readable(found):
    """Those that readers may see: the page, and the document if it is one.

    Asked by key, after the search: a database that is asked for both at once has no idea how few
    rows a search leaves, and begins with every page of the site.
    """
    pages = _keys(all_pages().readable(), {row.page for row in found})
    asked = {row.document for row in found if row.document}
    documents = _keys(DocumentFile.objects.readable(), asked) | {None}
    return [row for row in found if row.page in pages and row.document in documents]


def _keys(rows, keys):
    return set(rows.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
