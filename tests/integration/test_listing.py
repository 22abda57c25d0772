"""The listing of stories: its filters, its pages, and what it never shows."""

import pytest

from coalition.demo.builders import (
    build_about_page,
    build_line_of_effort,
    build_news_index,
    build_partner,
    build_story,
    build_topic,
    home_page,
    withdraw,
)
from news.listing import Listing
from tests.reading import links, main_text, parsed, texts, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    return build_news_index()


def titles(response):
    return texts(response, ".card h3")


def build_many(index, number):
    for count in range(number):
        build_story(index, title=f"Story {count}", date=f"2020-01-{count + 1:02}")


def test_shows_the_newest_first(visitor, index):
    build_story(index, title="Older", date="2020-05-01")
    build_story(index, title="Newer", date="2020-05-02")

    response = visitor.get(index.url)

    assert titles(response) == ["Newer", "Older"]
    assert texts(response, ".results__count") == ["2 stories"]


def test_says_of_a_long_list_only_that_it_is_long(visitor, index, monkeypatch):
    monkeypatch.setattr(Listing, "MOST_COUNTED", 2)
    newest = [build_story(index, title=f"Story {number}") for number in range(3)][-1]

    assert texts(visitor.get(index.url), ".results__count") == ["More than 2 stories"]

    newest.unpublish()
    assert texts(visitor.get(index.url), ".results__count") == ["2 stories"]


def test_shows_only_what_readers_may_see_in_this_language(visitor, index):
    build_story(index, title="A draft", live=False)
    withdraw(build_story(index, title="Withdrawn"))
    build_story(home_page("fr"), title="En français")

    response = visitor.get(index.url)

    assert titles(response) == []
    assert "No story has been published yet" in main_text(response)


def test_each_filter_narrows_the_list(visitor, index):
    line = build_line_of_effort(build_about_page(), title="Stabilisation", slug="stabilisation")
    interpol = build_partner("", kind="organisation", names={"en": "INTERPOL"})
    build_story(index, title="Kind", kind="readout")
    build_story(index, title="Topic", topics=[build_topic(slug="health")])
    build_story(index, title="State", partners=[build_partner("IQ")])
    build_story(index, title="Organisation", partners=[interpol])
    build_story(index, title="Line", lines_of_effort=[line])
    build_story(index, title="Year", date="2014-12-03")

    found = {
        query: titles(visitor.get(f"{index.url}?{query}"))
        for query in (
            "kind=readout",
            "topic=health",
            "partner=iq",
            "partner=interpol",
            "line=stabilisation",
            "year=2014",
        )
    }

    assert list(found.values()) == [
        ["Kind"],
        ["Topic"],
        ["State"],
        ["Organisation"],
        ["Line"],
        ["Year"],
    ]


def test_filters_combine(visitor, index):
    health = build_topic(slug="health")
    build_story(index, title="Both", kind="readout", topics=[health])
    build_story(index, title="Kind only", kind="readout")
    build_story(index, title="Topic only", topics=[health])

    assert titles(visitor.get(f"{index.url}?kind=readout&topic=health")) == ["Both"]


def test_keeps_showing_which_filters_are_set(visitor, index):
    build_story(index, kind="readout")

    page = parsed(visitor.get(f"{index.url}?kind=readout"))

    assert page.select_one('select[name="kind"] [selected]')["value"] == "readout"


@pytest.mark.parametrize(
    ("filters", "error"),
    [
        ("kind=gossip", "Kind: There is no such kind of story."),
        ("topic=nonsense", "Topic: There is no such topic."),
        ("partner=zz", "Partner: No story is about such a partner."),
        ("partner=%F0%9F%87%AE", "Partner: No story is about such a partner."),
        ("line=' OR 1=1", "Line of effort: There is no such line of effort."),
        ("year=two", "Year: There are no stories of that year."),
        ("year=99999999999999999999", "Year: There are no stories of that year."),
    ],
)
def test_names_a_filter_that_it_does_not_understand(visitor, index, filters, error):
    build_story(index)

    response = visitor.get(f"{index.url}?{filters}")

    assert response.status_code == 200
    assert error in texts(response, ".error-summary")[0]
    assert texts(response, "title")[0].startswith("Error: this list cannot be shown")
    assert titles(response) == []


def test_does_not_repeat_what_a_stranger_wrote_into_an_address(visitor, index):
    response = visitor.get(f"{index.url}?topic=The+Coalition+surrenders")

    assert "surrenders" not in words(parsed(response))


def test_says_when_nothing_passes_the_filters(visitor, index):
    build_story(index, kind="news")

    response = visitor.get(f"{index.url}?kind=readout")

    assert "No story passes these filters" in main_text(response)
    assert links(response)["Show all stories"] == index.url


def test_each_filter_that_is_set_can_be_taken_away(visitor, index):
    build_story(index, kind="readout", date="2019-05-31")

    response = visitor.get(f"{index.url}?kind=readout&year=2019")

    assert links(response, ".chips a") == {
        "Kind Readout ×Take away": f"{index.url}?year=2019",
        "Year 2019 ×Take away": f"{index.url}?kind=readout",
    }


def test_leads_into_every_year_with_the_other_filters_as_they_are(visitor, index):
    build_story(index, kind="readout", date="2019-05-31")
    build_story(index, date="2014-12-03")

    ways = links(visitor.get(f"{index.url}?kind=readout"), "nav a")

    assert ways["2019"] == f"{index.url}?kind=readout&year=2019"
    assert ways["2014"] == f"{index.url}?kind=readout&year=2014"


def test_goes_on_to_older_stories_and_back_with_the_same_filters(visitor, index):
    build_many(index, Listing.STORIES_A_PAGE * 2 + 1)
    build_story(index, title="A readout", kind="readout")

    first = visitor.get(f"{index.url}?kind=news")
    second = visitor.get(links(first)["Older"])
    third = visitor.get(links(second)["Older"])

    assert [len(titles(page)) for page in (first, second, third)] == [10, 10, 1]
    assert titles(visitor.get(links(third)["Newer"])) == titles(second)
    assert titles(visitor.get(links(second)["Newer"])) == titles(first)
    assert links(second)["Newest"] == f"{index.url}?kind=news"
    assert "Older" not in links(third)


def test_no_story_is_shown_twice_or_never(visitor, index):
    for count in range(Listing.STORIES_A_PAGE * 2):
        build_story(index, title=f"Story {count}", date="2020-05-31")

    first = visitor.get(index.url)
    second = visitor.get(links(first)["Older"])

    assert len({*titles(first), *titles(second)}) == Listing.STORIES_A_PAGE * 2


def test_a_page_further_down_stays_as_it_is_when_a_story_is_published(visitor, index):
    build_many(index, Listing.STORIES_A_PAGE + 5)
    older = links(visitor.get(index.url))["Older"]
    before = main_text(visitor.get(older))

    build_story(index, title="Just in", date="2020-05-31")

    assert main_text(visitor.get(older)) == before


def test_names_the_page_it_is_however_one_came_to_it(visitor, index):
    build_many(index, Listing.STORIES_A_PAGE * 3)
    older = links(visitor.get(links(visitor.get(index.url))["Older"]))["Older"]
    came_down = links(visitor.get(links(visitor.get(index.url))["Older"]))
    came_up = visitor.get(links(visitor.get(older))["Newer"])

    canonical = parsed(came_up).select_one('link[rel="canonical"]')["href"]

    assert canonical.endswith(links(visitor.get(index.url))["Older"])
    assert came_down["Newer"] == links(came_up)["Newer"]


@pytest.mark.parametrize(
    "place",
    [
        *("before=last", "before=2020-02-30-1", "before=2014-01-01-1", "after=x", "before=١-١"),
        *("before=2030-01-01-1", "after=2014-01-01-1"),
    ],
)
def test_a_place_that_is_not_in_the_list_is_not_found(visitor, index, place):
    build_story(index)

    assert visitor.get(f"{index.url}?{place}").status_code == 404


def test_tells_of_a_bad_filter_before_it_looks_for_a_place(visitor, index):
    build_story(index)

    response = visitor.get(f"{index.url}?kind=gossip&before=2014-01-01-1", follow=True)

    assert "There is no such kind of story." in main_text(response)


def test_no_secret_story_is_a_place(visitor, index):
    build_story(index, date="2020-05-30")
    secret = build_story(index, date="2020-05-31", live=False)

    assert visitor.get(f"{index.url}?before={secret.place_in_lists}").status_code == 404


@pytest.mark.parametrize("narrowed", ["?kind=gossip", "feed/?kind=news", "feed.json?kind=news"])
def test_where_there_are_no_places_none_makes_another_page(visitor, index, narrowed):
    story = build_story(index)

    response = visitor.get(f"{index.url}{narrowed}&before={story.place_in_lists}")

    assert (response.status_code, response["Location"]) == (302, f"{index.url}{narrowed}")


def test_offers_only_partners_that_stories_are_about(visitor, index):
    build_story(index, partners=[build_partner("IQ"), build_partner("TD", live=False)])
    build_story(index, partners=[build_partner("IT")], live=False)

    assert texts(visitor.get(index.url), 'select[name="partner"] option') == [
        "All partners",
        "Iraq",
    ]


def test_sorts_names_as_readers_do(visitor):
    index = build_news_index(home_page("fr"))
    build_story(index, partners=[build_partner(code) for code in ("FR", "EG", "EE")])

    options = texts(visitor.get(index.url), 'select[name="partner"] option')

    assert options[1:] == ["Égypte", "Estonie", "France"]
