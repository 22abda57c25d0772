"""The public list of partners, and each partner's page."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from coalition.demo.builders import (
    build_partner,
    build_partner_index,
    build_partner_page,
    build_picture,
    build_story,
    home_page,
    publish_row,
    withdraw,
)
from partners.models import Partner, StatusChange
from partners.vocabulary import Kind, Region, Status
from tests.reading import parsed

pytestmark = pytest.mark.django_db

INDEX = "/en/partners/"
WITHDRAWN = {"status": Status.WITHDRAWN, "from_date": "2019-01-10"}


@pytest.fixture
def index():
    return build_partner_index(disclaimer="<p>Names imply no position.</p>")


def text(response):
    return " ".join(response.content.decode().split())


def order_of(page, *names):
    return sorted(names, key=page.index)


# The list


def test_counts_partners_states_and_organisations(visitor, index):
    build_partner("IQ")
    build_partner("FR", region=Region.EUROPE)
    build_partner("EU", kind=Kind.ORGANISATION)

    page = text(visitor.get(INDEX))

    assert '<h1 class="page-head__title">3 partners</h1>' in page
    assert "2 states and 1 organisation work together" in page


def test_groups_by_region_in_alphabetical_order_and_puts_organisations_last(visitor, index):
    build_partner("EU", kind=Kind.ORGANISATION)
    build_partner("TR", region=Region.EUROPE)
    build_partner("AT", region=Region.EUROPE)
    build_partner("TD", region=Region.AFRICA)

    page = text(visitor.get(INDEX)).partition('id="africa"')[2]

    in_order = ["Chad", "Europe", "Austria", "Türkiye", "Organisations", "European Union"]
    assert order_of(page, *reversed(in_order)) == in_order


def test_sorts_in_the_readers_language(visitor):
    build_partner_index(home_page("fr"), title="Partenaires", slug="partenaires")
    build_partner("DE", region=Region.EUROPE)
    build_partner("ES", region=Region.EUROPE)

    page = text(visitor.get("/fr/partenaires/"))

    assert order_of(page, "Espagne", "Allemagne") == ["Allemagne", "Espagne"]


def test_leads_to_the_page_of_a_partner_that_has_one(visitor, index):
    page = build_partner_page(index, partner=build_partner("IQ"))
    build_partner("FR")

    html = text(visitor.get(INDEX))

    assert f'href="{page.url}"' in html
    assert "France" in html


@pytest.mark.parametrize(
    "hidden",
    [
        {"live": False},
        {"joined": (timezone.localdate() + timedelta(days=3)).isoformat()},
        {"status_changes": [WITHDRAWN]},
    ],
)
def test_does_not_list_who_is_no_member_today(visitor, index, hidden):
    build_partner("FR", **hidden)

    page = text(visitor.get(INDEX))

    assert "France" not in page
    assert "0 partners" in page


def test_says_that_a_partner_is_suspended(visitor, index):
    build_partner("FR", status_changes=[{"status": Status.SUSPENDED, "from_date": "2019-01-10"}])

    assert "Suspended" in text(visitor.get(INDEX))


def test_marks_a_partner_as_new_for_some_months(visitor, index):
    build_partner("FR", joined=(timezone.localdate() - timedelta(days=100)).isoformat())
    assert "new-mark" in text(visitor.get(INDEX))

    day = timezone.localdate() - timedelta(days=200)
    Partner.objects.update(joined_earliest=day, joined_latest=day)
    assert "new-mark" not in text(visitor.get(INDEX))


def test_says_what_names_do_not_mean(visitor, index):
    assert "Names imply no position." in text(visitor.get(INDEX))


# Filters


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?region=africa", {"Chad"}),
        ("?region=organisations", {"European Union"}),
        ("?q=turkiye", {"Türkiye"}),
        ("?q=تشاد", {"Chad"}),
        ("?region=europe&q=t", {"Türkiye"}),
        ("?region=&q=", {"Chad", "European Union", "Türkiye"}),
        ("?page=7&nonsense=1", {"Chad", "European Union", "Türkiye"}),
    ],
)
def test_narrows_by_region_and_name(visitor, index, query, expected):
    build_partner("TD", region=Region.AFRICA)
    build_partner("TR", region=Region.EUROPE)
    build_partner("EU", kind=Kind.ORGANISATION, region="")

    page = text(visitor.get(INDEX + query)).partition('class="section"')[2]

    shown = {name for name in ("Chad", "Türkiye", "European Union") if name in page}
    assert shown == expected


@pytest.mark.parametrize(
    ("query", "field", "mistake"),
    [
        ("?region=moon", "region", "There is no such region. Choose one from the list."),
        ("?q=" + "x" * 61, "q", "No partner has so long a name."),
    ],
)
def test_names_a_filter_that_it_does_not_understand(visitor, index, query, field, mistake):
    build_partner("IQ")

    page = parsed(visitor.get(INDEX + query))

    (link,) = page.select(".error-summary__link")
    assert mistake in link.text
    assert page.select_one(link["href"])["name"] == field
    assert page.title.text.startswith("Error: this list cannot be shown")


def test_says_when_nobody_passes_the_filters(visitor, index):
    build_partner("IQ")

    page = text(visitor.get(f"{INDEX}?q=nobody"))

    assert "No partner passes these filters" in page
    assert "Show all partners" in page


def test_says_when_there_is_no_partner_at_all(visitor, index):
    assert "No partner has been published yet" in text(visitor.get(INDEX))


def test_keeps_what_the_reader_wrote(visitor, index):
    page = text(visitor.get(INDEX + '?region=africa&q="><b>x'))

    assert '<option value="africa" selected>' in page
    assert "&quot;&gt;&lt;b&gt;x" in page


# A partner's page


def test_tells_the_facts_of_the_register(visitor, index):
    partner = build_partner(
        "CM",
        region=Region.AFRICA,
        joined=("2017-11-01", "2017-11-30"),
        ordinal=74,
        website="https://www.prc.cm/en/",
    )
    page = build_partner_page(index, partner=partner, body=[("text", "<p>What it does.</p>")])

    html = text(visitor.get(page.url))

    facts = ["State", "Africa", "November 2017", "74th partner to join", "prc.cm", "What it does."]
    assert [fact for fact in facts if fact not in html] == []
    assert "Status" not in html


def test_follows_the_register_when_it_changes(visitor, index):
    page = build_partner_page(index, partner=build_partner("CM", ordinal=73))

    partner = Partner.objects.get()
    partner.ordinal = 74
    publish_row(partner)

    assert "74th" in text(visitor.get(page.url))


def test_shows_stories_about_the_partner_in_its_language(visitor, index):
    partner = build_partner("IQ")
    page = build_partner_page(index, partner=partner)
    build_story(title="A school in Mosul", partners=[partner])
    build_story(home_page("fr"), title="Une école", partners=[partner])
    build_story(title="Something else")
    build_story(title="A draft of ours", partners=[partner], live=False)

    html = text(visitor.get(page.url))

    assert "A school in Mosul" in html
    assert not any(other in html for other in ("Une école", "Something else", "A draft of ours"))


def test_a_partner_that_is_not_published_has_no_page(visitor, index):
    page = build_partner_page(index, partner=build_partner("IQ", live=False))

    assert visitor.get(page.url).status_code == 404
    assert "Iraq" not in text(visitor.get(INDEX))


def test_unpublishing_the_partner_takes_its_page_away(visitor, index):
    page = build_partner_page(index, partner=build_partner("IQ"))

    page.partner.unpublish()

    assert visitor.get(page.url).status_code == 404


def test_the_page_of_a_partner_that_withdrew_stays_and_says_so(visitor, index):
    partner = build_partner("IQ")
    page = build_partner_page(index, partner=partner)
    StatusChange.objects.create(partner=partner, **WITHDRAWN)

    response = visitor.get(page.url)

    assert response.status_code == 200
    assert '<dd class="facts__value">Withdrawn</dd>' in text(response)


def test_a_page_that_was_withdrawn_shows_only_its_note(visitor, index):
    partner = build_partner("CM", joined="2017-11-30")
    page = build_partner_page(index, partner=partner, body=[("text", "<p>Old words.</p>")])
    withdraw(page, "<p>This page is being written anew.</p>")

    html = text(visitor.get(page.url))

    assert "This page is being written anew." in html
    assert "Old words." not in html
    assert 'name="robots" content="noindex"' in html


def test_a_partner_has_one_page_a_language(index):
    partner = build_partner("IQ")
    build_partner_page(index, partner=partner)

    with pytest.raises(ValidationError, match="has a page in this language"):
        build_partner_page(index, partner=partner, slug="another")


# Flags


def test_shows_the_drawn_flag_with_its_measures_and_no_words(visitor, index):
    build_partner("FR")

    page = text(visitor.get(INDEX))

    assert '/static/img/flags/fr.webp" width="32" height="24" alt="" loading="lazy">' in page


def test_an_uploaded_flag_wins(visitor, index):
    build_partner("FR", flag=build_picture(size=(640, 320)))

    page = text(visitor.get(INDEX))

    assert "flags/fr.webp" not in page
    assert 'width="32" height="16" alt=""' in page


def test_an_organisation_without_a_flag_gets_the_neutral_drawing(visitor, index):
    build_partner("", kind=Kind.ORGANISATION, names={"en": "INTERPOL"})

    assert "flags/none.svg" in text(visitor.get(INDEX))
