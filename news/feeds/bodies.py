"""The bodies of many stories as HTML, in a number of queries that does not grow with them."""

import re

from wagtail.documents import get_document_model

from coalition.facts import day
from coalition.pages.addresses import absolute
from coalition.pages.querysets import all_pages
from news.feeds.portable_html import portable
from news.models.story import StoryPage

LINK = re.compile(r'<a\b(?=[^>]*\blinktype="(page|document)")[^>]*\bid="(\d+)"[^>]*>')


def bodies(stories):
    """By story, its body: pictures, films and links of all stories are asked for together."""
    stored = [list(story.body.raw_data) for story in stories]
    linked = with_addresses(stored)
    streams = StoryPage.body.field.stream_block.bulk_to_python(linked)
    return {story.pk: _told(story, stream) for story, stream in zip(stories, streams, strict=True)}


def with_addresses(stored):
    """The stored blocks, each link to a page or document of ours with its address in it."""
    keys = {"page": set(), "document": set()}

    def note(link):
        keys[link[1]].add(int(link[2]))
        return link[0]

    _rewritten(stored, note)
    addresses = _addresses(keys)
    return _rewritten(stored, lambda link: addresses.get((link[1], int(link[2])), "<a>"))


def _addresses(keys):
    """As opening tags, by kind and key; without those a reader may not open."""
    pages = all_pages().readable().filter(pk__in=keys["page"]) if keys["page"] else []
    documents = get_document_model().objects.filter(pk__in=keys["document"])
    found = {("page", page.pk): page.url for page in pages}
    if keys["document"]:
        found |= {("document", document.pk): document.url for document in documents}
    return {name: f'<a href="{absolute(address)}">' for name, address in found.items()}


def _rewritten(value, rewrite):
    """Whatever is stored, every link in its texts rewritten."""
    match value:
        case str():
            return LINK.sub(rewrite, value)
        case list():
            return [_rewritten(item, rewrite) for item in value]
        case dict():
            return {name: _rewritten(item, rewrite) for name, item in value.items()}
    return value


def _told(story, stream):
    with day.as_of(story.facts_day):
        html = stream.render_as_block(context={"page": story})
    return portable(html, absolute(story.url))
