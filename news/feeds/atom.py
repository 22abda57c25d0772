"""A feed as Atom (RFC 4287)."""

from io import BytesIO

from django.utils.feedgenerator import rfc3339_date
from django.utils.xmlutils import SimplerXMLGenerator

from coalition.delivery.requests import CONTROL_CHARACTERS

MEDIA_TYPE = "application/atom+xml"
ATOM = "http://www.w3.org/2005/Atom"


def atom(feed, hub=""):
    """The feed as an XML document."""
    document = BytesIO()
    xml = Writer(document, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    xml.element("id", feed.id)
    xml.element("title", feed.title)
    if feed.summary:
        xml.element("subtitle", feed.summary)
    xml.element("updated", rfc3339_date(feed.updated))
    xml.element("link", rel="alternate", type="text/html", href=feed.address)
    xml.element("link", rel="self", type=MEDIA_TYPE, href=feed.own_addresses[MEDIA_TYPE])
    if hub:
        xml.element("link", rel="hub", href=hub)
    xml.startElement("author", {})
    xml.element("name", feed.author)
    xml.endElement("author")
    for entry in feed.entries:
        _write_entry(xml, entry)
    xml.endElement("feed")
    xml.endDocument()
    return document.getvalue()


def _write_entry(xml, entry):
    xml.startElement("entry", {})
    xml.element("id", entry.id)
    xml.element("title", entry.title)
    xml.element("updated", rfc3339_date(entry.updated))
    xml.element("published", rfc3339_date(entry.published))
    xml.element("link", rel="alternate", type="text/html", href=entry.address)
    for file in entry.enclosures:
        length = str(file.length)
        xml.element("link", rel="enclosure", type=file.media_type, length=length, href=file.address)
    for tag in entry.tags:
        xml.element("category", term=tag)
    if entry.summary:
        xml.element("summary", entry.summary)
    xml.element("content", entry.html, type="html")
    xml.endElement("entry")


class Writer(SimplerXMLGenerator):
    def element(self, name, words=None, **attributes):
        self.addQuickElement(name, words and CONTROL_CHARACTERS.sub("", words), attributes)
