"""What a partner's page tells beyond its facts, and where it leads on."""

import pytest
from django.db import IntegrityError

from coalition.demo.builders import (
    build_about_page,
    build_line_of_effort,
    build_news_index,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_story,
    home_page,
    withdraw,
)
from partners.vocabulary import Status

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    return build_partner_index()


def text(response):
    return " ".join(response.content.decode().split())


def contribution(line, words="It trains police officers.", **fields):
    return {"line_of_effort": line, "text": f"<p>{words}</p>", **fields}


# Contributions


def test_tells_contributions_in_the_order_of_the_lines_of_effort(visitor, index):
    military, financing = (
        build_line_of_effort(title="Military"),
        build_line_of_effort(title="Money"),
    )
    contributions = [contribution(financing, "It counts."), contribution(military, "It flies.")]
    page = build_partner_page(index, contributions=contributions)

    html = text(visitor.get(page.url)).partition("Contributions by line of effort")[2]

    in_order = ["Military", "It flies.", "Money", "It counts."]
    assert sorted(in_order, key=html.index) == in_order
    assert f'href="{financing.url}"' in html


def test_numbers_a_line_as_the_explainer_does(visitor, index):
    build_line_of_effort(title="Military")
    financing = build_line_of_effort(title="Money")
    page = build_partner_page(index, contributions=[contribution(financing)])

    assert 'aria-hidden="true">2</span>' in text(visitor.get(page.url))


def test_names_the_source(visitor, index):
    source = "https://www.example.org/report"
    contributions = [contribution(build_line_of_effort(), source=source)]
    page = build_partner_page(index, contributions=contributions)

    html = text(visitor.get(page.url))

    assert f'Source: <a href="{source}" rel="external noopener"><bdi>example.org</bdi></a>' in html


def test_names_a_line_chosen_in_another_language_in_the_readers(visitor):
    english = build_line_of_effort(title="Stabilisation")
    about = build_about_page(home_page("fr"), title="La Coalition")
    build_line_of_effort(about, title="Stabiliser", translation_of=english)
    index = build_partner_index(home_page("fr"), title="Partenaires", slug="partenaires")
    page = build_partner_page(index, contributions=[contribution(english)])

    html = text(visitor.get(page.url))

    assert "Stabiliser" in html
    assert "Stabilisation" not in html


def test_hides_a_contribution_to_a_line_that_readers_may_not_see(visitor, index):
    line = build_line_of_effort()
    page = build_partner_page(index, contributions=[contribution(line, "It trains.")])
    withdraw(line)

    html = text(visitor.get(page.url))

    assert "It trains." not in html
    assert "Contributions by line of effort" not in html


def test_has_one_contribution_a_line(index):
    line = build_line_of_effort()

    with pytest.raises(IntegrityError):
        build_partner_page(index, contributions=[contribution(line), contribution(line)])


# Previous and next


def neighbours(response):
    """The names behind "previous" and "next"."""
    html = text(response)
    found = []
    for relation in ("prev", "next"):
        link = html.partition(f'rel="{relation}"')[2].partition("</a>")[0]
        found.append(link.partition('neighbours__name">')[2].removesuffix("</span>"))
    return found


def test_leads_to_the_partners_beside_it_in_the_list(visitor, index):
    _austria, chad, _iraq = (
        build_partner_page(index, partner=build_partner(code)) for code in ("AT", "TD", "IQ")
    )

    assert neighbours(visitor.get(chad.url)) == ["Austria", "Iraq"]


def test_leads_nowhere_at_the_ends_of_the_list(visitor, index):
    austria = build_partner_page(index, partner=build_partner("AT"))
    iraq = build_partner_page(index, partner=build_partner("IQ"))

    assert neighbours(visitor.get(austria.url)) == ["", "Iraq"]
    assert neighbours(visitor.get(iraq.url)) == ["Austria", ""]


def test_follows_the_alphabet_of_the_language(visitor):
    index = build_partner_index(home_page("fr"), title="Partenaires", slug="partenaires")
    germany, _spain = (
        build_partner_page(index, partner=build_partner(code)) for code in ("DE", "ES")
    )

    assert neighbours(visitor.get(germany.url)) == ["", "Espagne"]


def test_passes_over_whoever_has_no_page_or_is_no_partner(visitor, index):
    austria = build_partner_page(index, partner=build_partner("AT"))
    build_partner("BE")
    withdrawn = [{"status": Status.WITHDRAWN, "from_date": "2019-01-10"}]
    gone = build_partner_page(index, partner=build_partner("TD", status_changes=withdrawn))
    build_partner_page(index, partner=build_partner("FR"), live=False)
    build_partner_page(index, partner=build_partner("IQ"))

    assert neighbours(visitor.get(austria.url)) == ["", "Iraq"]
    assert neighbours(visitor.get(gone.url)) == ["", ""]


# Stories


def test_leads_to_all_stories_about_the_partner(visitor, index):
    partner = build_partner("IQ")
    listing = build_news_index()
    page = build_partner_page(index, partner=partner)
    build_story(title="A school in Mosul", partners=[partner])
    build_story(title="A bridge in Lagos")

    address = f"{listing.url}?partner={partner.public_id}"

    assert f'href="{address}">All stories about this partner</a>' in text(visitor.get(page.url))
    shown = text(visitor.get(address))
    assert "A school in Mosul" in shown
    assert "A bridge in Lagos" not in shown


def test_does_not_lead_to_stories_where_there_are_none(visitor, index):
    build_news_index()
    page = build_partner_page(index)

    assert "All stories" not in text(visitor.get(page.url))
