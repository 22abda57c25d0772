"""Words: headings, prose, quotations, questions that open."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock, TextBlock

from coalition.pages.plain_text import plain_text

PROSE_FEATURES = ["bold", "italic", "ul", "ol", "link", "document-link", "superscript", "fact"]


class Heading(CharBlock):
    """A heading inside a body; the page's title is the only one above it."""

    class Meta:
        icon = "title"
        template = "blocks/heading.html"
        label = _("Heading")
        description = _("Starts a new part of the text.")
        preview_value = _("What changed on the ground")


class Prose(RichTextBlock):
    """Running text."""

    def __init__(self, **kwargs):
        super().__init__(**{"features": PROSE_FEATURES} | kwargs)

    def get_searchable_content(self, value):
        return [plain_text(value.source)]

    class Meta:
        icon = "pilcrow"
        template = "blocks/text.html"
        label = _("Text")
        description = _("Paragraphs, lists and links.")
        preview_value = (
            "<p>Classrooms have reopened on both banks of the river, "
            "and <a href='https://example.org/'>families are returning</a>.</p>"
        )


class Quote(StructBlock):
    """Somebody's own words, with who said them."""

    text = TextBlock(
        label=_("Quotation"), help_text=_("Without quotation marks: the page puts them.")
    )
    speaker = CharBlock(label=_("Speaker"), max_length=120)
    role = CharBlock(
        label=_("Role"),
        max_length=160,
        required=False,
        help_text=_("What makes their words worth quoting: an office, a place."),
    )

    class Meta:
        icon = "openquote"
        template = "blocks/quote.html"
        label = _("Quotation")
        description = _("Somebody's own words, with their name and role.")
        preview_value = {
            "text": _("A school that opens its doors is worth a hundred speeches."),
            "speaker": _("Name of the speaker"),
            "role": _("Their role"),
        }


class AccordionItem(StructBlock):
    """A question or title that opens to show its text."""

    title = CharBlock(label=_("Title"), max_length=160)
    text = Prose(label=_("Text"))

    class Meta:
        icon = "list-ul"
        label = _("Item")


class Accordion(StructBlock):
    """Several titles that open one by one."""

    items = ListBlock(AccordionItem(), label=_("Items"), min_num=1)

    class Meta:
        icon = "list-ul"
        template = "blocks/accordion.html"
        label = _("Accordion")
        description = _("Titles that open: for details that most readers skip.")
        preview_value = {
            "items": [
                {"title": _("What does it cost?"), "text": "<p>…</p>"},
                {"title": _("Who pays for it?"), "text": "<p>…</p>"},
            ]
        }
