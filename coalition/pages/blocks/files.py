"""Things to play or to take home: video, embeds, documents, and where to go next."""

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    BooleanBlock,
    CharBlock,
    RichTextBlock,
    StructBlock,
    StructValue,
    URLBlock,
)
from wagtail.blocks.struct_block import StructBlockValidationError

from coalition.media.models import TRANSCRIPT_FEATURES
from coalition.pages.blocks.choosers import (
    DocumentChooser,
    PageChooser,
    PictureChooser,
    VideoChooser,
)
from coalition.pages.embeds import UnknownProvider, find_film
from coalition.pages.ways import address_of_page


class VideoFile(StructBlock):
    """A film of our own."""

    video = VideoChooser("media.Video", label=_("Video"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=250)

    class Meta:
        icon = "media"
        template = "blocks/video.html"
        label = _("Video")
        description = _("A film of our own, with captions and transcript.")
        preview_value = {"caption": _("Who, where, when")}


class EmbedValue(StructValue):
    @cached_property
    def film(self):
        """None where a provider has changed its addresses since this one was checked."""
        try:
            return find_film(self["url"])
        except UnknownProvider:
            return None


class Embed(StructBlock):
    """A film on another site: nothing is asked of that site before the visitor says yes."""

    url = URLBlock(label=_("Address"), help_text=_("The film's page on YouTube or Vimeo."))
    title = CharBlock(label=_("Title"), max_length=160, help_text=_("What the film shows."))
    poster = PictureChooser(label=_("Poster"), required=False)
    has_captions = BooleanBlock(
        label=_("It can be followed there without sound"),
        required=False,
        help_text=_("Tick if you have seen its captions, or if there is nothing to hear."),
    )
    transcript = RichTextBlock(
        label=_("Transcript"),
        required=False,
        features=TRANSCRIPT_FEATURES,
        help_text=_("What is said and what matters on screen, for those who cannot hear or see."),
    )

    def clean(self, value):
        cleaned = super().clean(value)
        try:
            find_film(cleaned["url"])
        except UnknownProvider:
            message = _("We can show films from YouTube and Vimeo. For others, write a link.")
            raise StructBlockValidationError({"url": ValidationError(message)}) from None
        return cleaned

    class Meta:
        icon = "media"
        template = "blocks/embed.html"
        label = _("Film on another site")
        description = _("A film on YouTube or Vimeo, behind a poster of our own.")
        value_class = EmbedValue
        preview_value = {
            "url": "https://www.youtube.com/watch?v=aaaaaaaaaaa",
            "title": _("What the film shows"),
            "transcript": "<p>…</p>",
        }


class Download(StructBlock):
    """A document to download, with its type and size."""

    document = DocumentChooser(label=_("Document"))
    title = CharBlock(
        label=_("Title"),
        required=False,
        max_length=160,
        help_text=_("Empty, the document's own title stands here."),
    )

    class Meta:
        icon = "doc-full"
        template = "blocks/document.html"
        label = _("Document")
        description = _("A file to download; its type and size are shown by themselves.")
        preview_value = {"title": _("Title of the document")}


class CallToActionValue(StructValue):
    @property
    def address(self):
        """Empty while readers may not see the page it leads to."""
        if page := self.get("page"):
            return address_of_page(page)
        return self.get("url")


class CallToAction(StructBlock):
    """One thing a reader may do next."""

    text = CharBlock(label=_("Sentence"), max_length=200)
    label = CharBlock(label=_("Words on the link"), max_length=60)
    page = PageChooser(label=_("Page"), required=False)
    url = URLBlock(label=_("Or another site's address"), required=False)

    def clean(self, value):
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["url"]):
            message = _("Choose a page or write an address: one of the two.")
            raise StructBlockValidationError({"page": ValidationError(message)})
        return cleaned

    class Meta:
        icon = "arrow-right"
        template = "blocks/call_to_action.html"
        label = _("Call to action")
        description = _("One thing a reader may do next.")
        value_class = CallToActionValue
        preview_value = {
            "text": _("See what partners do in each line of effort."),
            "label": _("Read more"),
            "url": "https://example.org/",
        }
