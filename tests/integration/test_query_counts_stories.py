"""What a story costs, of each kind and with each block in its body: never more than the budget."""

import pytest

from coalition.demo.builders import (
    build_campaign,
    build_document,
    build_line_of_effort,
    build_partner,
    build_partner_page,
    build_picture,
    build_standard_page,
    build_story,
    build_topic,
    publish_page,
)
from coalition.media.models import Rendition
from coalition.media.shapes import SHAPES
from news.kinds import StoryKind
from tests.costs import queries
from tests.integration.test_blocks import build_video, table
from tests.integration.test_ways import link_to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]

# The way to the page 1 · the page 1 and its pictures 1 · what it is about 1 · partners 1 and their
# names 1 · stories to read next 1 and their pictures 1 · those beside it 1.
WITHOUT_MORE = 9
# Who issues a statement 1; the words of a film 1 and its poster 1; documents come along.
BUDGETS = dict.fromkeys(StoryKind.values, WITHOUT_MORE) | {
    StoryKind.STATEMENT: 10,
    StoryKind.JOINT_STATEMENT: 10,
    StoryKind.VIDEO: 11,
}


def cut(picture, *shapes):
    picture.get_renditions(*(spec for name in shapes for spec in SHAPES[name].specs))
    return picture


def film():
    video = build_video()
    cut(video.poster, "figure")
    return video


def figure():
    picture = cut(build_picture(), "figure")
    return {"image": picture, "alt_text": "", "is_decorative": True}


def embed():
    poster = figure()["image"]
    return {"url": "https://youtu.be/aaaaaaaaaaa", "title": "A film", "poster": poster}


def document():
    return build_document(filename="words.txt", content=b"Words")


FACT = '<p><embed embedtype="fact" name="partners" form="counted"/></p>'
BLOCKS = {
    "text": lambda: FACT,
    "heading": lambda: "Works",
    "figure": figure,
    "quote": lambda: {"text": "Neighbours first.", "speaker": "Somebody"},
    "key_figures": lambda: {
        "figures": [{"value": "5", "label": "lines", "source": "Us", "as_of": "2020-05-01"}]
    },
    "gallery": lambda: {"figures": [figure(), figure()]},
    "video": lambda: {"video": film()},
    "embed": embed,
    "document": lambda: {"document": document()},
    "call_to_action": lambda: {
        "text": "See more.",
        "label": "More",
        "page": build_standard_page(title="More"),
    },
    "table": table,
    "accordion": lambda: {"items": [{"title": "How?", "text": FACT}]},
}
# A film has words and a poster besides.
OF_A_BLOCK = {"figure": 1, "gallery": 1, "embed": 1, "document": 1, "call_to_action": 1, "video": 3}


@pytest.fixture
def about():
    """Something of everything to be about, shared with a story to read next."""
    partner = build_partner("IQ", names={"en": "The Republic of Iraq"})
    build_partner_page(partner=partner)
    shared = {
        "partners": [partner],
        "topics": [build_topic()],
        "lines_of_effort": [build_line_of_effort()],
        "campaign": build_campaign(),
        "picture": cut(build_picture(), "lead", "share", "card"),
    }
    build_story(title="Before", date="2020-05-01", **shared)
    return shared


# What only this kind has.
FIELDS = {
    StoryKind.STATEMENT: lambda partner: {"issuers": [{"partner": partner}]},
    StoryKind.JOINT_STATEMENT: lambda _: {"issuers": [{"name": "One"}, {"name": "Another"}]},
    StoryKind.PRESS_RELEASE: lambda _: {"press_contact": "Somebody"},
    StoryKind.FACT_SHEET: lambda _: {"document": document()},
    StoryKind.VIDEO: lambda _: {"video": film()},
}


@pytest.mark.parametrize("kind", StoryKind.values)
def test_a_story_of_each_kind(visitor, about, kind):
    own = FIELDS[kind](about["partners"][0]) if kind in FIELDS else {}
    story = build_story(kind=kind, **own, **about)

    assert queries(visitor, story.url) <= BUDGETS[kind]


@pytest.mark.parametrize("name", BLOCKS)
def test_a_block_costs_the_same_twice(visitor, about, name):
    story = build_story(body=[(name, BLOCKS[name]())], **about)
    once = queries(visitor, story.url)

    story.body = [(name, BLOCKS[name]()) for _ in range(2)]
    publish_page(story)

    assert queries(visitor, story.url) == once <= WITHOUT_MORE + OF_A_BLOCK.get(name, 0)


def test_a_document_is_asked_for_once_wherever_a_body_leads_to_it(visitor, about):
    story = build_story(body=offering(document()), **about)
    once = queries(visitor, story.url)

    story.body = [*offering(document()), *offering(document())]
    publish_page(story)

    assert queries(visitor, story.url) == once <= WITHOUT_MORE + OF_A_BLOCK["document"]


def offering(target):
    words = link_to("document", target)
    return [
        ("text", words),
        ("text", words),
        ("accordion", {"items": [{"title": title, "text": words} for title in ("How?", "Why?")]}),
        ("document", {"document": target}),
    ]


def test_a_view_makes_no_rendition(visitor, about):
    body = [(name, BLOCKS[name]()) for name in BLOCKS]
    story = build_story(kind=StoryKind.VIDEO, video=film(), body=body, **about)
    made = set(Rendition.objects.values_list("pk", flat=True))

    visitor.get(story.url)

    assert set(Rendition.objects.values_list("pk", flat=True)) == made
