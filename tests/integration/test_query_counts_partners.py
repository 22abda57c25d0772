"""What the pages of partners and of the explainer cost: queries that content never changes."""

import pytest

from coalition.about.models import Milestone, Question
from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_menu,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_picture,
    build_site_texts,
    build_standard_page,
    build_story,
    publish_page,
)
from coalition.media.shapes import SHAPES
from coalition.pages.models import Correction
from partners.models import Contribution
from partners.vocabulary import Status
from tests.costs import queries
from tests.integration.test_query_counts_about import leading_somewhere

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]

CODES = ["IQ", "IT", "FR", "TD", "CM", "KE"]
BUDGETS = {
    "list of partners": 7,
    "partner": 8,
    "explainer": 6,
    "line of effort": 7,
    "campaign": 8,
    "standard page": 3,
}
# Pages and documents that contributions lead to, and others that corrections do; or milestones and
# questions.
OF_LINKS = 4
OF_CORRECTIONS = 1
COUNTED = '<p>It counts <embed embedtype="fact" name="partners" form="counted"/>.</p>'


def cut(picture, *shapes):
    picture.get_renditions(*(spec for name in shapes for spec in SHAPES[name].specs))
    return picture


@pytest.fixture
def picture():
    return cut(build_picture(), "lead", "card", "share", "flag")


@pytest.fixture
def surroundings():
    build_site_texts()
    build_menu(links=[{"label": "Elsewhere", "address": "https://example.org/"}])


def build_members(codes, **fields):
    for code in codes:
        names = {"en": f"The Republic of {code}"}
        suspended = [{"status": Status.SUSPENDED, "from_date": "2019-01-01"}]
        partner = build_partner(code, names=names, status_changes=suspended, **fields)
        build_partner_page(partner=partner)


@pytest.mark.parametrize("parameters", ["", "?region=middle-east&q=republic"])
def test_the_list_of_partners(visitor, surroundings, picture, parameters):
    index = build_partner_index(disclaimer="<p>Names imply nothing.</p>")
    build_members(CODES[:3], flag=picture)
    few = queries(visitor, index.url + parameters)

    build_members(CODES[3:], flag=picture)
    many = queries(visitor, index.url + parameters)

    assert many == few <= BUDGETS["list of partners"]


def test_the_page_of_a_partner(visitor, surroundings, picture):
    partner = build_partner("LB", names={"en": "The Republic of LB"}, flag=picture)
    page = build_partner_page(partner=partner, picture=picture, body=[("text", COUNTED)])
    contribute(page, CODES[:3])
    build_stories(2, picture, partners=[partner])
    few = queries(visitor, page.url)

    build_members(CODES)
    contribute(page, CODES[3:])
    build_stories(2, picture, partners=[partner])
    many = queries(visitor, page.url)

    assert many == few <= BUDGETS["partner"] + OF_CORRECTIONS + OF_LINKS


def contribute(page, codes):
    """Along a line of effort a code, and lead somewhere from each, as a correction does."""
    for code in codes:
        line = build_line_of_effort(title=f"Line {code}")
        text = leading_somewhere(code)
        page.contributions.add(Contribution(line_of_effort=line, text=text))
        page.corrections.add(Correction(text=leading_somewhere(f"Correct {code}")))
    publish_page(page)


def test_the_explainer(visitor, surroundings, picture):
    about = build_about_page(picture=picture, body=[("text", COUNTED)])
    fill(about, CODES[:3])
    few = queries(visitor, about.url)

    fill(about, CODES)
    many = queries(visitor, about.url)

    assert many == few <= BUDGETS["explainer"] + OF_LINKS


def fill(about, codes):
    """Lines of effort, milestones of one day, questions and partners, one a code."""
    for code in codes:
        text = leading(f"Day {code}")
        Milestone.objects.create(page=about, title=code, date="2020-01-01", text=text)
        Question.objects.create(page=about, question=code, answer=leading(f"Why {code}"))
        build_line_of_effort(about, title=f"Line {code}", teaser=COUNTED)


def leading(name):
    return COUNTED + leading_somewhere(name)


def test_a_line_of_effort(visitor, surroundings, picture):
    line = build_line_of_effort(picture=picture, body=[("text", COUNTED)])
    build_stories(2, picture, lines_of_effort=[line])
    few = queries(visitor, line.url)

    build_members(CODES)
    build_stories(2, picture, lines_of_effort=[line])
    many = queries(visitor, line.url)

    assert many == few <= BUDGETS["line of effort"]


def test_a_campaign(visitor, surroundings, picture):
    campaign = build_campaign(picture=picture, body=[("text", COUNTED)])
    build_stories(2, picture, campaign=campaign)
    few = queries(visitor, campaign.url)

    build_members(CODES)
    build_stories(2, picture, campaign=campaign)
    many = queries(visitor, campaign.url)

    assert many == few <= BUDGETS["campaign"]


def test_a_standard_page(visitor, surroundings, picture):
    page = build_standard_page(picture=picture, body=[("text", COUNTED)])
    few = queries(visitor, page.url)

    build_members(CODES)
    build_stories(2, picture)
    many = queries(visitor, page.url)

    assert many == few <= BUDGETS["standard page"]


def build_stories(number, picture, **fields):
    for count in range(number):
        build_story(title=f"Mosul {count}", teaser=COUNTED, picture=picture, **fields)
