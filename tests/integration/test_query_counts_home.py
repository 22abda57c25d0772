"""What the front page costs: a number of queries that content never changes."""

import pytest

from coalition.demo.builders import (
    build_about_page,
    build_alert_banner,
    build_campaign,
    build_line_of_effort,
    build_menu,
    build_partner,
    build_partner_index,
    build_picture,
    build_site_texts,
    build_social_post,
    build_standard_page,
    build_story,
    home_page,
    publish_page,
)
from coalition.sitewide.models import Menu
from tests.costs import queries

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]

# The way to the page 1 · the page 1 · places of honour 1 · stories 1 and their pictures 1 · lines
# of effort 1 · posts 1 and their pictures 1 · the campaign 1.
QUERIES_OF_THE_HOME_PAGE = 9

# The way 1 · a redirect 1 · what was taken down 1.
QUERIES_OF_WHAT_IS_NOT_THERE = 3

STATES = ["AF", "AL", "AU", "AT", "BH", "BE"]


@pytest.fixture
def site():
    """A home page with something in every place."""
    home = home_page()
    home.introduction = '<p><embed embedtype="fact" name="partners" form="counted"/></p>'
    publish_page(home)
    build_site_texts("en", accessibility_page=build_standard_page(title="Accessibility"))
    build_alert_banner("en")
    build_partner_index(slug="partners")
    about = build_about_page(slug="about")
    build_campaign(slug="campaign")
    build_menu("en", links=[{"page": about}])
    return about


@pytest.fixture
def picture():
    return build_picture()


def add_content(about, picture, states):
    teaser = '<p>The <embed embedtype="fact" name="partners" form="ordinal"/> partner.</p>'
    for state in states:
        build_partner(state)
        build_line_of_effort(about, title=f"Line {state}")
        build_story(title=f"Story {state}", teaser=teaser, picture=picture, kind="statement")
        build_social_post(f"Post {state}", picture=picture)
        build_menu("en", place=Menu.Place.FOOTER, links=[{"page": about}])


def test_twice_the_content_costs_the_same(visitor, site, picture):
    add_content(site, picture, STATES[:3])
    assert queries(visitor, "/en/") == QUERIES_OF_THE_HOME_PAGE

    add_content(site, picture, STATES[3:])
    assert queries(visitor, "/en/") == QUERIES_OF_THE_HOME_PAGE


def test_what_is_not_there_costs_little(visitor, site):
    assert queries(visitor, "/en/nothing/", status=404) <= QUERIES_OF_WHAT_IS_NOT_THERE
