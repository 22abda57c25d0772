"""The one body of all pages, and what standard pages have besides."""

from wagtail.blocks import StreamBlock

from coalition.pages.blocks.contact import ContactForm
from coalition.pages.blocks.data import KeyFigures, Table
from coalition.pages.blocks.files import CallToAction, Download, Embed, VideoFile
from coalition.pages.blocks.pictures import Figure, Gallery
from coalition.pages.blocks.text import Accordion, Heading, Prose, Quote


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

    class Meta:
        template = "blocks/body.html"


class StandardBody(StoryBody):
    """The same, and what readers come to a standard page to do."""

    contact_form = ContactForm()

    class Meta:
        template = "blocks/body.html"
