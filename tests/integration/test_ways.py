"""Links to what readers may not see lead nowhere, and tell nothing of where they led."""

import json

import pytest
from wagtail.models import PageViewRestriction

from coalition.demo.builders import (
    build_closed_shelf,
    build_document,
    build_news_index,
    build_partner,
    build_partner_page,
    build_site_texts,
    build_standard_page,
    build_story,
    home_page,
    publish_page,
    publish_row,
    withdraw,
)
from tests.costs import queries
from tests.reading import links, main_text

pytestmark = pytest.mark.django_db

CANARY = "zugvogel"


def link_to(kind, target, words="the words"):
    return f'<p>Read <a linktype="{kind}" id="{target.pk}">{words}</a>.</p>'


def leading_to(page):
    """A body that leads there in every way that a body knows."""
    cell = {"type": "prose", "heading": "Where"}
    table = {"columns": [cell], "rows": [{"values": [link_to("page", page)]}], "caption": "Ways"}
    return [
        ("text", link_to("page", page)),
        ("accordion", {"items": [{"title": "More", "text": link_to("page", page)}]}),
        ("table", table),
        ("call_to_action", {"text": "One thing to do", "label": "Do it", "page": page}),
    ]


def close(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def below_a_closed_page():
    section = build_standard_page(title="Section", slug="section")
    close(section)
    return build_standard_page(section, title=CANARY)


def withdrawn():
    page = build_standard_page(title=CANARY)
    withdraw(page)
    return page


def of_a_secret_partner():
    return build_partner_page(partner=build_partner("FR", live=False), title=CANARY)


UNREADABLE = {
    "draft": lambda: build_standard_page(title=CANARY, live=False),
    "below a closed page": below_a_closed_page,
    "withdrawn": withdrawn,
    "of a partner that is a draft": of_a_secret_partner,
}


@pytest.fixture
def index():
    return build_news_index()


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_page_that_readers_may_not_see_is_told_nowhere(visitor, index, name):
    story = build_story(index, body=leading_to(UNREADABLE[name]()))

    page = visitor.get(story.url)
    feeds = [visitor.get(f"{index.url}{feed}") for feed in ("feed/", "feed.json")]

    assert main_text(page).count("Read the words.") == 3
    assert "Do it" not in main_text(page)
    assert [CANARY in answer.content.decode() for answer in (page, *feeds)] == [False] * 3


def test_what_readers_may_see_is_linked_in_every_way(visitor, index):
    target = build_standard_page(title="Privacy")
    story = build_story(index, body=leading_to(target))

    page = visitor.get(story.url)
    feed = json.loads(visitor.get(f"{index.url}feed.json").content)

    assert page.content.decode().count(f'href="{target.url}"') == 4
    assert feed["items"][0]["content_html"].count(f'href="http://testserver{target.url}"') == 4


def test_leads_to_the_page_in_the_language_that_is_read(visitor):
    english = build_standard_page(title="Privacy", live=False)
    french = build_standard_page(home_page("fr"), title="Vie privée", translation_of=english)
    story = build_story(home_page("fr"), body=[("text", link_to("page", english))])

    assert links(visitor.get(story.url))["the words"] == french.url


def test_a_document_of_a_closed_shelf_is_told_nowhere(visitor, index):
    document = build_document(
        filename=f"{CANARY}.txt", content=b"Words", collection=build_closed_shelf()
    )
    story = build_story(index, body=[("text", link_to("document", document))])

    told = [visitor.get(address) for address in (story.url, f"{index.url}feed.json")]

    assert [CANARY in answer.content.decode() for answer in told] == [False, False]


def test_a_deleted_page_leaves_the_words(visitor):
    target = build_standard_page(title="Gone")
    story = build_story(body=[("text", link_to("page", target))])
    target.delete()

    assert "Read the words." in main_text(visitor.get(story.url))


@pytest.mark.parametrize("kind", ["page", "document"])
@pytest.mark.parametrize("key", ["", ' id=""', ' id="seven"', f' id="{10**17}"', f' id="{10**30}"'])
def test_a_link_without_a_key_leaves_the_words(visitor, kind, key):
    story = build_story(body=[("text", f'<p>Read <a linktype="{kind}"{key}>the words</a>.</p>')])

    assert "Read the words." in main_text(visitor.get(story.url))


def test_the_foot_of_a_page_leads_to_no_closed_page(visitor):
    closed = build_standard_page(title="Privacy", slug=CANARY)
    build_site_texts(privacy_page=closed)
    close(closed)

    assert CANARY not in visitor.get(build_story().url).content.decode()


def test_no_way_is_shown_past_a_page_that_is_a_draft(visitor):
    section = build_standard_page(title=CANARY, slug="section")
    page = build_standard_page(section, title="Below")
    section.unpublish()

    shown = visitor.get(page.url)

    assert CANARY not in shown.content.decode()
    assert [*links(shown, ".breadcrumbs a")] == ["Home"]


@pytest.mark.usefixtures("values_are_kept")
def test_more_links_cost_no_query_more(visitor, index):
    targets = [build_standard_page(title=f"Page {number}") for number in range(8)]
    few = build_story(index, body=leading_to(targets[0]))
    many = build_story(index, body=[block for page in targets for block in leading_to(page)])

    assert queries(visitor, many.url) == queries(visitor, few.url)


# Pages are made anew when what they lead to comes or goes.


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.mark.usefixtures("values_are_kept")
def test_a_link_comes_and_goes_with_its_page(get, committed):
    target = build_standard_page(title="Privacy", live=False)
    story = build_story(body=[("text", link_to("page", target))])
    shown = [target.slug in get(story.url)[1]]

    for act in (lambda: publish_page(target), target.unpublish):
        with committed():
            act()
            target.refresh_from_db()
        shown.append(f"{target.slug}/" in get(story.url)[1])

    assert shown == [False, True, False]


@pytest.mark.usefixtures("values_are_kept")
def test_a_link_comes_and_goes_with_its_partner(get, committed):
    partner = build_partner("FR", live=False)
    target = build_partner_page(partner=partner, title="France")
    story = build_story(body=[("text", link_to("page", target))])
    shown = [target.url in get(story.url)[1]]

    for act in (lambda: publish_row(partner), partner.unpublish):
        with committed():
            act()
            partner.refresh_from_db()
        shown.append(target.url in get(story.url)[1])

    assert shown == [False, True, False]


@pytest.mark.usefixtures("values_are_kept")
def test_a_link_goes_with_the_shelf_of_its_document(get, committed):
    with committed():
        document = build_document("Report", filename="report.txt", content=b"Words")
        story = build_story(body=[("text", link_to("document", document))])
    shown = [document.url in get(story.url)[1]]

    with committed():
        document.collection = build_closed_shelf()
        document.save()

    assert [*shown, document.url in get(story.url)[1]] == [True, False]
