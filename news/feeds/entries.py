"""What a feed says, in whichever format: the newest stories, each told whole."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from uuid import UUID, uuid5

from coalition.delivery.reading import glance, row
from coalition.delivery.tags import wait_for, waiting_for
from coalition.facts.templatetags.facts import plain
from coalition.media.models import DocumentFile, Picture, Video
from coalition.media.templatetags.pictures import cut_to
from coalition.pages.addresses import absolute
from coalition.pages.templatetags.shelves import for_readers
from coalition.sitewide.surroundings import Surroundings
from news.feeds.bodies import bodies
from news.listing import feed_addresses
from news.models.story import StoryPage
from news.models.topic import Topic

MOST_STORIES = 30


@dataclass(frozen=True)
class Enclosure:
    """A file that belongs to a story."""

    address: str
    media_type: str
    length: int


@dataclass(frozen=True)
class Entry:
    id: str
    address: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    tags: list[str]
    picture: str
    enclosures: list[Enclosure] = field(default_factory=list)


@dataclass(frozen=True)
class Feed:
    id: str
    title: str
    summary: str
    language: str
    author: str
    address: str
    # Those of the feed itself, by media type.
    own_addresses: dict[str, str]
    updated: datetime
    entries: list[Entry]


def feed_of(selection, changed):
    """All that the feeds of a selection of stories say; `changed` is when they last did."""
    page = selection.index_page
    address = absolute(page.url)
    return Feed(
        id=unchanging(page, selection.address),
        title=page.title,
        summary=plain(page.teaser, page),
        language=page.locale.language_code,
        author=Surroundings(request=None).texts.site_name,
        address=address + selection.address,
        own_addresses={
            media_type: address + beside
            for media_type, beside in feed_addresses(selection.address).items()
        },
        updated=changed,
        entries=entries(selection.passing),
    )


def entries(stories):
    whole = stories.for_cards("share").defer(None).select_related("video", "document")
    with waiting_for(row_by_row=False):
        newest = list(whole.prefetch_related("topics")[:MOST_STORIES])
    for story in newest:
        wait_for(row(StoryPage, story.pk), row(DocumentFile, story.document_id))
        wait_for(glance(Picture, story.picture_id), glance(Video, story.video_id))
        wait_for(*(glance(Topic, topic.pk) for topic in story.topics.all()))
    told = bodies(newest)
    return [entry(story, told[story.pk]) for story in newest]


def entry(story, html):
    enclosures = list(filter(None, files_of(story)))
    pictures = [file.address for file in enclosures if file.media_type.startswith("image/")]
    published = datetime.combine(story.date, time.min, UTC)
    return Entry(
        id=unchanging(story),
        address=absolute(story.url),
        title=story.title,
        summary=plain(story.teaser, story),
        html=html,
        published=published,
        updated=max(story.last_published_at, published),
        tags=[str(story.kind_label), *(topic.name for topic in story.topics.all())],
        picture=next(iter(pictures), ""),
        enclosures=enclosures,
    )


def files_of(story):
    if cut := cut_to("share", for_readers(story.picture)):
        yield enclosure(cut.file, cut.url, "image/jpeg")
    if story.film:
        yield enclosure(story.film.file, story.film.file.url, story.film.content_type)
    if document := for_readers(story.download):
        yield enclosure(document.file, document.url, document.content_type)


def enclosure(file, address, media_type):
    """None where the disk has lost it: the words are there all the same."""
    try:
        return Enclosure(absolute(address), media_type, file.size)
    except FileNotFoundError:
        return None


def unchanging(page, filters=""):
    """An identifier that stays when titles, addresses and hosts change."""
    name = f"{page.locale.language_code}{filters}"
    return uuid5(UUID(str(page.translation_key)), name).urn
