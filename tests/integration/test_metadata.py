"""What pages say of themselves to search engines and to sites where they are shared."""

import json
from datetime import date
from urllib.parse import urljoin

import pytest

from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_news_index,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_picture,
    build_site_texts,
    build_standard_page,
    build_story,
    home_page,
    publish_page,
    withdraw,
)
from coalition.pages.models import Correction
from tests.reading import parsed

pytestmark = pytest.mark.django_db

BUILDERS = {
    "home": home_page,
    "news": build_news_index,
    "story": build_story,
    "partners": build_partner_index,
    "partner": lambda: build_partner_page(build_partner_index(), partner=build_partner("IQ")),
    "about": build_about_page,
    "line of effort": build_line_of_effort,
    "campaign": build_campaign,
    "standard": build_standard_page,
}


@pytest.fixture(params=BUILDERS)
def page(request):
    return BUILDERS[request.param]()


def head(visitor, address):
    return parsed(visitor.get(address)).head


def properties(visitor, address):
    tags = head(visitor, address).select("meta[property], meta[name]")
    return {tag.get("property") or tag["name"]: tag["content"] for tag in tags}


def nodes(visitor, address):
    """The things a page's JSON-LD tells of, by type."""
    (script,) = head(visitor, address).select('script[type="application/ld+json"]')
    document = json.loads(script.string)
    assert document["@context"] == "https://schema.org"
    return {node["@type"]: node for node in document["@graph"]}


def address_of(visitor, address, selector):
    found = head(visitor, address).select_one(selector)
    return found and found["href"].removeprefix("http://testserver")


def canonical(visitor, address):
    return address_of(visitor, address, "link[rel=canonical]")


def twins(visitor, address):
    links = head(visitor, address).select("link[hreflang]")
    return {link["hreflang"]: link["href"].removeprefix("http://testserver") for link in links}


def test_every_page_says_what_others_show_of_it(visitor, page):
    said = properties(visitor, page.url)

    assert said["og:title"] == page.title
    assert said["og:url"] == f"http://testserver{page.url}"
    assert said["og:image"].startswith("http://testserver/")
    assert said["og:type"] in {"website", "article"}
    assert said["og:locale"] == "en_GB"
    assert said["twitter:card"] in {"summary", "summary_large_image"}


def test_a_picture_is_shown_large_with_its_alt_text(visitor):
    story = build_story(picture=build_picture(size=(1200, 630)), picture_alt="A classroom")

    said = properties(visitor, story.url)

    assert said["twitter:card"] == "summary_large_image"
    assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
    assert said["og:image:alt"] == "A classroom"


def test_a_story_is_an_article_of_its_day(visitor):
    said = properties(visitor, build_story(date="2020-05-31").url)

    assert said["og:type"] == "article"
    assert said["article:published_time"] == "2020-05-31"


def test_a_story_is_a_news_article_to_search_engines(visitor):
    build_site_texts(site_name="The Global Coalition")
    story = build_story(
        title="Two schools",
        teaser="<p>They opened.</p>",
        date="2020-05-31",
        picture=build_picture(size=(1200, 630)),
    )

    article = nodes(visitor, story.url)["NewsArticle"]

    assert article["headline"] == "Two schools"
    assert article["description"] == "They opened."
    assert article["datePublished"] == "2020-05-31"
    assert article["dateModified"] == story.last_published_at.isoformat()
    assert article["inLanguage"] == "en"
    assert article["mainEntityOfPage"] == f"http://testserver{story.url}"
    assert article["image"][0].endswith(".jpg")
    for role in ("author", "publisher"):
        assert article[role]["@type"] == "Organization"
        assert article[role]["name"] == "The Global Coalition"
        assert article[role]["url"] == "http://testserver"
    assert "correction" not in article


def test_a_correction_is_told_to_search_engines(visitor):
    story = build_story()
    story.corrections = [Correction(date=date(2020, 6, 2), text="<p>It was <b>Tuesday</b>.</p>")]
    publish_page(story)

    (correction,) = nodes(visitor, story.url)["NewsArticle"]["correction"]

    assert correction == {
        "@type": "CorrectionComment",
        "datePublished": "2020-06-02",
        "text": "It was Tuesday.",
    }


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_the_home_page_names_the_organisation_and_the_search(visitor, language):
    said = nodes(visitor, f"/{language}/")

    assert said["Organization"]["name"]
    assert said["Organization"]["url"] == said["WebSite"]["publisher"]["url"] == "http://testserver"
    assert said["Organization"]["logo"].startswith("http://testserver/")
    assert said["WebSite"]["inLanguage"] == language
    search = said["WebSite"]["potentialAction"]["target"]["urlTemplate"]
    assert search == f"http://testserver/{language}/search/?q={{search_term_string}}"
    assert "BreadcrumbList" not in said


def test_every_page_below_home_says_the_way_to_it(visitor, page):
    if page.url == "/en/":
        return

    steps = nodes(visitor, page.url)["BreadcrumbList"]["itemListElement"]

    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert steps[0]["item"] == "http://testserver/en/"
    assert steps[-1] == {
        "@type": "ListItem",
        "position": len(steps),
        "name": page.title,
        "item": f"http://testserver{page.url}",
    }


def test_the_way_leads_through_the_page_above(visitor):
    story = build_story(build_news_index(title="All news"))

    steps = nodes(visitor, story.url)["BreadcrumbList"]["itemListElement"]

    assert [step["name"] for step in steps] == ["Home", "All news", story.title]


def test_no_title_ends_the_data(visitor):
    title = "</script><script>alert(1)</script> & <!--"
    story = build_story(title=title, slug="a-story")

    answer = visitor.get(story.url)

    assert b"<script>alert" not in answer.content
    assert nodes(visitor, story.url)["NewsArticle"]["headline"] == title


def test_a_withdrawn_story_says_nothing_of_itself(visitor):
    said = head(visitor, withdraw(build_story()).url)

    assert said.select("script[type='application/ld+json'], link[rel=canonical]") == []
    assert said.select_one("meta[name=robots]")["content"] == "noindex"


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ("", ""),
        ("?utm_source=x", ""),
        ("?year=2020&utm_source=x", "?year=2020"),
        ("?year=2020&kind=news", "?kind=news&year=2020"),
        ("?kind=stranger", ""),
    ],
)
def test_a_listing_names_itself_by_its_filters(visitor, asked, named):
    index = build_news_index()
    build_story(index)

    assert canonical(visitor, index.url + asked) == index.url + named
    assert properties(visitor, index.url + asked)["og:url"].endswith(index.url + named)


@pytest.mark.parametrize("filters", ["", "?year=2020"])
def test_a_later_page_of_the_listing_names_itself(visitor, filters):
    index = build_news_index()
    for number in range(11):
        build_story(index, slug=f"story-{number}")
    first_page = parsed(visitor.get(index.url + filters))
    older = urljoin(index.url, first_page.select_one("main a[rel=next]")["href"])

    assert canonical(visitor, f"{older}&utm_source=x") == older


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [("", True), ("?kind=news", True), ("?kind=news&year=2020", False), ("?kind=x", False)],
)
def test_search_engines_are_spared_combined_filters(visitor, asked, is_found):
    build_story(date="2020-05-31")

    said = properties(visitor, f"/en/news/{asked}")

    assert ("robots" not in said) == is_found


def test_languages_name_each_other_and_themselves(visitor):
    story = build_story()
    french = build_story(build_news_index(home_page("fr")), title="Récit", translation_of=story)

    expected = {"en": story.url, "fr": french.url, "x-default": story.url}

    assert twins(visitor, story.url) == twins(visitor, french.url) == expected


def test_a_narrowed_or_later_listing_has_no_twin(visitor):
    index = build_news_index()
    build_news_index(home_page("fr"), translation_of=index)
    build_story(index)

    assert set(twins(visitor, index.url)) == {"en", "fr", "x-default"}
    assert twins(visitor, f"{index.url}?kind=news") == {}


def test_the_listing_names_the_feeds_of_what_it_shows(visitor):
    index = build_news_index()
    build_story(index, kind="statement")

    links = head(visitor, f"{index.url}?kind=statement").select("link[rel=alternate][type]")

    assert {link["type"]: link["href"] for link in links} == {
        "application/atom+xml": "feed/?kind=statement",
        "application/feed+json": "feed.json?kind=statement",
    }


def test_browsers_are_told_the_colours_of_both_schemes(visitor):
    colours = head(visitor, "/en/").select("meta[name=theme-color]")

    assert {tag["media"] for tag in colours} == {
        "(prefers-color-scheme: light)",
        "(prefers-color-scheme: dark)",
    }
