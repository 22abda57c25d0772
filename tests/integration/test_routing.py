"""Which page an address leads to."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import PageViewRestriction, Site

from coalition.demo.builders import (
    build_line_of_effort,
    build_news_index,
    build_standard_page,
    build_story,
    home_page,
    publish_page,
    withdraw,
)
from coalition.pages.models import Correction
from coalition.pages.routing import found

pytestmark = pytest.mark.django_db


def status(visitor, address):
    return visitor.get(address).status_code


def test_leads_to_a_page_at_any_depth(visitor):
    line = build_line_of_effort(title="Stabilisation")

    assert status(visitor, "/en/") == 200
    assert status(visitor, line.url) == 200
    assert status(visitor, line.get_parent().url) == 200


@pytest.mark.parametrize(
    "address",
    [
        "/en/nothing/",
        "/en/news/nothing/",
        "/en/a-story/",
        "/fr/news/a-story/",
        "/en/news/a-story/further/",
        "/en/news/news/a-story/",
        "/en/en/news/a-story/",
        "/en/" + "a/" * 400,
    ],
)
def test_leads_nowhere(visitor, address):
    build_story(slug="a-story")

    assert status(visitor, address) == 404


def test_tells_two_pages_of_one_slug_apart(visitor):
    above = build_standard_page(slug="terms", title="Terms")
    below = build_standard_page(slug="terms", title="Terms of use", parent=above)

    assert b"<h1" in visitor.get(below.url).content
    assert "Terms of use" in visitor.get(below.url).content.decode()
    assert "Terms of use" not in visitor.get(above.url).content.decode()


def move_elsewhere(page):
    """Its address from before."""
    before = page.url
    page.move(build_news_index(title="Elsewhere", slug="elsewhere"), pos="last-child")
    return before


@pytest.mark.parametrize("act", [str, withdraw])
def test_leads_on_to_where_a_page_was_moved_to(visitor, act):
    story = build_story(slug="a-story")
    act(story)

    answer = visitor.get(move_elsewhere(story))

    assert (answer.status_code, answer.headers["Location"]) == (301, "/en/elsewhere/a-story/")


def test_does_not_tell_where_a_draft_was_moved_to(visitor):
    assert status(visitor, move_elsewhere(build_story(live=False))) == 404


def test_does_not_lead_to_a_draft(visitor):
    story = build_story()
    story.unpublish()

    assert status(visitor, story.url) == 404


def test_leads_through_a_page_that_is_not_published(visitor):
    story = build_story()
    story.get_parent().unpublish()

    assert status(visitor, story.url) == 200


def test_leaves_an_index_its_own_addresses(visitor):
    build_story()

    assert status(visitor, "/en/news/feed/") == 200
    assert status(visitor, "/en/news/nothing/") == 404


@pytest.mark.parametrize("restricted", ["the page", "its section", "the language"])
def test_asks_who_may_see_a_private_page(visitor, restricted):
    story = build_story()
    pages = {"the page": story, "its section": story.get_parent(), "the language": home_page()}
    restriction = PageViewRestriction.objects.create(
        page=pages[restricted].page_ptr if restricted == "the page" else pages[restricted],
        restriction_type=PageViewRestriction.GROUPS,
    )
    restriction.groups.add(Group.objects.create(name="Diplomats"))

    answer = visitor.get(story.url)
    restriction.delete()

    assert answer.status_code == 404
    assert "no-store" in answer["Cache-Control"]
    assert status(visitor, story.url) == 200


def test_an_alias_is_as_private_as_its_page(visitor):
    secret = build_standard_page(slug="secret")
    alias = secret.create_alias(update_slug="copy")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)

    assert status(visitor, alias.url) == 404


def test_shows_corrections_and_withdrawals(visitor):
    corrected = build_story(title="Corrected")
    corrected.corrections = [Correction(text="<p>It was Tuesday.</p>")]
    publish_page(corrected)

    assert "It was Tuesday." in visitor.get(corrected.url).content.decode()


def test_leaves_several_sites_to_wagtail(rf):
    story = build_story()
    Site.objects.create(hostname="other.example", root_page=home_page())
    request = rf.get(story.url)

    with_wagtail = found(request, "news/" + story.slug + "/")

    assert with_wagtail.page == story
