"""Results are narrowed by kind, partner and year, in any combination and by addresses alone."""

import pytest

from coalition.demo.builders import (
    build_news_index,
    build_partner,
    build_partner_page,
    build_standard_page,
    build_story,
)
from coalition.search.answer import Answer
from tests.reading import links, main_text, parsed, texts, words

pytestmark = pytest.mark.django_db


def search(visitor, **parameters):
    return visitor.get("/en/search/", {"q": "mosul"} | parameters)


def found(response):
    return sorted(texts(response, ".results h3"))


def offered(response):
    """What stands under each facet's name."""
    return {
        words(facet.summary): [words(option) for option in facet.select("a")]
        for facet in parsed(response).select(".facets details")
    }


@pytest.fixture
def newsroom():
    index = build_news_index()
    iraq, chad = build_partner("IQ"), build_partner("TD")
    build_story(index, title="Mosul 1", kind="news", date="2019-01-01", partners=[iraq])
    build_story(index, title="Mosul 2", kind="news", date="2020-01-01", partners=[iraq, chad])
    build_story(index, title="Mosul 3", kind="readout", date="2020-02-01")
    build_standard_page(title="Mosul 4")


def test_offers_what_is_among_the_results_with_their_number(visitor, newsroom):
    assert offered(search(visitor)) == {
        "Kind": ["News 2", "Page 1", "Readout 1"],
        "Partner": ["Iraq 2", "Chad 1"],
        "Year": ["2020 2", "2019 1"],
    }


@pytest.mark.parametrize(
    ("chosen", "titles"),
    [
        ({"kind": "news"}, ["Mosul 1", "Mosul 2"]),
        ({"kind": "page"}, ["Mosul 4"]),
        ({"partner": "td"}, ["Mosul 2"]),
        ({"year": "2020"}, ["Mosul 2", "Mosul 3"]),
        ({"kind": "news", "partner": "iq", "year": "2019"}, ["Mosul 1"]),
        ({"kind": "readout", "partner": "iq"}, []),
    ],
)
def test_narrows_by_all_that_was_chosen(visitor, newsroom, chosen, titles):
    assert found(search(visitor, **chosen)) == titles


def test_each_option_leads_to_as_many_results_as_it_promises(visitor, newsroom):
    first = search(visitor, kind="news")

    for promise, address in links(first, ".facets a").items():
        answer = visitor.get(f"/en/search/{address}")
        assert promise.endswith(f" {len(found(answer))}")


def test_what_was_chosen_can_be_taken_away(visitor, newsroom):
    chips = links(search(visitor, kind="news", year="2020"), ".chips a")

    assert list(chips) == ["Kind News × Take away", "Year 2020 × Take away"]
    without_kind = visitor.get(f"/en/search/{chips['Kind News × Take away']}")
    assert found(without_kind) == ["Mosul 2", "Mosul 3"]


def test_new_words_keep_what_was_chosen(visitor, newsroom):
    fields = parsed(search(visitor, kind="news")).select("main form input[type=hidden]")

    assert [(field["name"], field["value"]) for field in fields] == [("kind", "news")]


def test_says_what_to_do_where_a_choice_leaves_nothing(visitor, newsroom):
    text = main_text(search(visitor, kind="readout", partner="iq"))

    assert "Take away what narrows the search" in text


def test_a_partner_page_is_found_under_its_partner(visitor):
    build_partner_page(partner=build_partner("IQ"), title="Iraq and Mosul")

    assert found(search(visitor, partner="iq")) == ["Iraq and Mosul"]


def test_a_partner_that_is_not_public_is_neither_offered_nor_understood(visitor):
    build_story(title="Mosul", partners=[build_partner("TD", live=False)])

    assert "Partner" not in offered(search(visitor))
    assert "There is no such partner" in main_text(search(visitor, partner="td"))


@pytest.mark.parametrize(
    "chosen",
    [
        {"kind": "gossip"},
        {"kind": "' OR 1=1"},
        {"partner": "%"},
        {"partner": "x" * 3000},
        {"year": "20"},
        {"year": "٢٠٢٠"},
        {"year": "9" * 400},
    ],
)
def test_says_what_it_did_not_understand(visitor, newsroom, chosen):
    response = search(visitor, **chosen)

    assert response.status_code == 200
    assert texts(response, ".field__error") != []
    assert found(response) == []


def test_says_when_there_are_more_than_it_looks_at(visitor, newsroom, monkeypatch):
    monkeypatch.setattr(Answer, "MOST", 2)

    assert "More than 2 results" in main_text(search(visitor))
