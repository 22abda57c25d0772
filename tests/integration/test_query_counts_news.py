"""Twice the stories, partners and pictures: the same number of queries."""

import pytest

from coalition.demo.builders import (
    build_campaign,
    build_line_of_effort,
    build_partner,
    build_partner_page,
    build_picture,
    build_story,
    build_topic,
    publish_page,
)
from coalition.media.shapes import SHAPES
from tests.costs import queries, queries_of_first_answer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]

CODES = ["IQ", "IT", "FR", "TD"]
BUDGETS = {"story": 11, "statement": 12, "listing": 5, "older stories": 5, "search": 3}


def cut(picture, *shapes):
    picture.get_renditions(*(spec for name in shapes for spec in SHAPES[name].specs))
    return picture


def figures(number):
    return [
        {"image": cut(build_picture(), "figure"), "alt_text": "", "is_decorative": True}
        for _ in range(number)
    ]


def body(number):
    """With `number` pictures in each block that shows any."""
    return [
        *(("figure", figure) for figure in figures(number)),
        ("gallery", {"title": "Pictures", "figures": figures(number)}),
        *(
            (
                "embed",
                {
                    "url": "https://youtu.be/aaaaaaaaaaa",
                    "title": "A film",
                    "poster": figure["image"],
                },
            )
            for figure in figures(number)
        ),
    ]


def test_a_story_costs_the_same_with_twice_as_much_in_it(visitor):
    partners = [build_partner(code) for code in CODES]
    for partner in partners:
        build_partner_page(partner=partner)
    lines = [build_line_of_effort(title=f"Line {number}") for number in range(4)]
    topics = [build_topic(slug=f"topic-{number}") for number in range(4)]
    story = build_story(
        picture=cut(build_picture(), "lead", "share"),
        campaign=build_campaign(),
        partners=partners[:2],
        lines_of_effort=lines[:2],
        topics=topics[:2],
        body=body(2),
    )
    before = queries(visitor, story.url)

    story.partners, story.lines_of_effort, story.topics = partners, lines, topics
    story.body = body(4)
    publish_page(story)

    assert queries(visitor, story.url) == before


def build_stories(number, **fields):
    return [
        build_story(title=f"Mosul {count}", picture=cut(build_picture(), "card"), **fields)
        for count in range(number)
    ]


@pytest.mark.parametrize("cost", [queries, queries_of_first_answer])
def test_the_listing_costs_the_same_with_twice_the_stories(visitor, cost):
    partners = [build_partner(code) for code in CODES]
    topic = build_topic()
    index = build_stories(2, partners=partners[:2], topics=[topic])[0].get_parent()
    before = cost(visitor, index.url)

    build_stories(2, partners=partners, topics=[topic])

    assert cost(visitor, index.url) == before


def test_search_costs_the_same_with_twice_the_stories(visitor):
    build_stories(2)
    before = queries(visitor, "/en/search/?q=mosul")

    build_stories(2)

    assert queries(visitor, "/en/search/?q=mosul") == before


def test_no_page_costs_more_than_its_budget(visitor):
    iraq, line, campaign = build_partner("IQ"), build_line_of_effort(), build_campaign()
    build_partner_page(partner=iraq)
    about = {"partners": [iraq], "lines_of_effort": [line], "campaign": campaign}
    picture = cut(build_picture(), "lead", "share", "card")
    story, statement, _newest = (
        build_story(
            title="Mosul",
            kind=kind,
            picture=picture,
            topics=[build_topic(slug=kind)],
            **about,
            **issued,
        )
        for kind, issued in (
            ("news", {}),
            ("joint-statement", {"issuers": [{"partner": iraq}, {"name": "The host"}]}),
            ("readout", {}),
        )
    )
    listing = story.get_parent().url

    costs = {
        "story": queries(visitor, story.url),
        "statement": queries(visitor, statement.url),
        "listing": queries(visitor, listing),
        "older stories": queries(visitor, f"{listing}?before={statement.place_in_lists}"),
        "search": queries(visitor, "/en/search/?q=mosul"),
    }

    assert {name: cost for name, cost in costs.items() if cost > BUDGETS[name]} == {}
