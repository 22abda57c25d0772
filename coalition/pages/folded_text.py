"""What search compares a page's words with."""

from wagtail.fields import RichTextField
from wagtail.search import index

from coalition.pages.folding import fold
from coalition.pages.plain_text import plain_text


class FoldedText:
    """For a page type: all that its search fields say, and the same folded.

    The index that Wagtail keeps answers editors in the back office, by the literal words or by
    the folded ones; readers have an index of their own, in the search room.
    """

    folded_search_fields = [
        index.SearchField("folded_title", boost=2),
        index.SearchField("folded_text"),
    ]

    @property
    def folded_title(self):
        return fold(self.title)

    @property
    def folded_text(self):
        return fold(" ".join([self.title, *self.texts]))

    @property
    def texts(self):
        """All that the page says below its title, in plain text, a text a field or block."""
        said_already = {"title", *(field.field_name for field in self.folded_search_fields)}
        fields = self.get_searchable_search_fields()
        own = [field for field in fields if field.field_name not in said_already]
        return [text for field in own for text in self._texts_in(field) if text.strip()]

    def _texts_in(self, field):
        rich = {field.name for field in self._meta.fields if isinstance(field, RichTextField)}
        if field.field_name in rich:
            return [plain_text(getattr(self, field.field_name))]
        value = field.get_value(self)
        return value if isinstance(value, list) else [str(value or "")]
