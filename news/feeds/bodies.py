"""The bodies of many stories as HTML, in a number of queries that does not grow with them."""

import re

from coalition.facts import day
from coalition.pages.addresses import absolute
from coalition.pages.ways import addresses_of_documents, addresses_of_pages
from news.feeds.portable_html import portable
from news.models.story import StoryPage

LINK = re.compile(r'<a\b(?=[^>]*\blinktype="(page|document)")[^>]*\bid="(\d+)"[^>]*>')


def bodies(stories):
    """By story, its body: pictures, films and links of all stories are asked for together."""
    stored = [list(story.body.raw_data) for story in stories]
    linked = with_addresses(stored)
    block = StoryPage.body.field.stream_block
    streams = block.bulk_to_python(linked)
    block.look_up_links(*streams)
    return {story.pk: _told(story, stream) for story, stream in zip(stories, streams, strict=True)}


def with_addresses(stored):
    """The stored blocks, each link to a page or document of ours with its address in it."""
    keys = {"page": set(), "document": set()}

    def note(link):
        keys[link[1]].add(link[2])
        return link[0]

    _rewritten(stored, note)
    addresses = {
        "page": addresses_of_pages(keys["page"]),
        "document": addresses_of_documents(keys["document"]),
    }

    def lead(link):
        address = addresses[link[1]].get(link[2])
        return f'<a href="{absolute(address)}">' if address else "<a>"

    return _rewritten(stored, lead)


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
