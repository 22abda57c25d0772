"""Links of rich text to pages and documents of ours: only words, where readers may not follow."""

from django.utils.html import format_html
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from coalition.pages.ways import addresses_of_documents, addresses_of_pages

# No key of a database is longer.
MOST_DIGITS = 18


class ForReaders:
    """A handler of links by their keys; text from elsewhere may hold some without one."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        known = cls.addresses_of({attrs["id"] for attrs in attrs_list if has_key(attrs)})
        found = (known.get(attrs.get("id")) for attrs in attrs_list)
        return [format_html('<a href="{}">', address) if address else "<a>" for address in found]

    @classmethod
    def extract_references(cls, attrs):
        return super().extract_references(attrs) if has_key(attrs) else ()


class ReadablePages(ForReaders, PageLinkHandler):
    addresses_of = staticmethod(addresses_of_pages)


class OpenDocuments(ForReaders, DocumentLinkHandler):
    addresses_of = staticmethod(addresses_of_documents)


def has_key(attrs):
    key = attrs.get("id", "")
    return key.isdecimal() and len(key) <= MOST_DIGITS
