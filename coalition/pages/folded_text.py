"""What search compares a page's words with."""

from wagtail.search import index

from coalition.pages.folding import fold

MENTIONS_OF_A_TITLE = 5


class FoldedText:
    """For a page type: all that its search fields say, folded, beside what they say literally.

    Editors' searches in the admin are answered by either, readers' by the folded words alone.
    """

    folded_search_fields = [
        index.SearchField("folded_title", boost=2),
        index.SearchField("folded_text"),
    ]

    @property
    def folded_title(self):
        """SQLite knows no boost; there, a word of the title counts by being said often."""
        return " ".join([fold(self.title)] * MENTIONS_OF_A_TITLE)

    @property
    def folded_text(self):
        fields = self.get_searchable_search_fields()
        values = [f.get_value(self) for f in fields if f not in self.folded_search_fields]
        return fold(" ".join(field_text(value) for value in values))


def field_text(value):
    return " ".join(value) if isinstance(value, list) else str(value)
