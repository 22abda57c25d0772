"""Links of rich text to pages and documents of ours: only words, where readers may not follow."""

from django.utils.html import format_html
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.rich_text.pages import PageLinkHandler

from coalition.pages.ways import addresses_of_documents, addresses_of_pages


class ReadablePages(PageLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return tags_to(attrs_list, addresses_of_pages)


class OpenDocuments(DocumentLinkHandler):
    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return tags_to(attrs_list, addresses_of_documents)


def tags_to(attrs_list, addresses_of):
    keys = [attrs.get("id") for attrs in attrs_list]
    known = addresses_of(keys)
    found = (known.get(key) for key in keys)
    return [format_html('<a href="{}">', address) if address else "<a>" for address in found]
