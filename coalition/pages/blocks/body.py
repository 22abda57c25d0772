"""The one body of all pages, and what standard pages have besides."""

from itertools import chain

from wagtail.blocks import StreamBlock

from coalition.pages.blocks.contact import ContactForm
from coalition.pages.blocks.data import KeyFigures, Table
from coalition.pages.blocks.files import CallToAction, Download, Embed, VideoFile
from coalition.pages.blocks.pictures import Figure, Gallery
from coalition.pages.blocks.text import Accordion, Heading, Prose, Quote
from coalition.pages.ways import look_up


class StoryBody(StreamBlock):
    """What an editor may put into a body, in the order of how often they do."""

    text = Prose()
    heading = Heading()
    figure = Figure()
    quote = Quote()
    key_figures = KeyFigures()
    gallery = Gallery()
    video = VideoFile()
    embed = Embed()
    document = Download()
    table = Table()
    call_to_action = CallToAction()
    accordion = Accordion()

    def get_context(self, value, parent_context=None):
        self.look_up_links(value)
        return super().get_context(value, parent_context)

    def look_up_links(self, *bodies):
        """To where they lead: asked for at once, whatever block they stand in."""
        look_up(chain.from_iterable(map(self.extract_references, bodies)))

    class Meta:
        template = "blocks/body.html"


class StandardBody(StoryBody):
    """The same, and what readers come to a standard page to do."""

    contact_form = ContactForm()

    class Meta:
        template = "blocks/body.html"
