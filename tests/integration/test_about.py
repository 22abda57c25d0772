"""What is the Coalition?: the explainer, lines of effort and standard pages."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_partner,
    build_standard_page,
    build_story,
    build_user,
    home_page,
    withdraw,
)
from coalition.pages.models import Correction
from coalition.staff.roles import PARTNER_MANAGER
from tests.opened_forms import version_of

pytestmark = pytest.mark.django_db

NUMBER = '<p>It counts <embed embedtype="fact" name="partners" form="number"/>.</p>'
COUNTED = '<p>It counts <embed embedtype="fact" name="partners" form="counted"/>.</p>'


def text(response):
    return " ".join(response.content.decode().split())


def quoted_number(response):
    return text(response).partition("It counts ")[2].partition(".")[0]


def order_of(page, *words):
    return sorted(words, key=page.index)


# The explainer


def test_publishing_a_partner_in_the_admin_changes_the_count_in_every_language(client):
    pages = [
        build_about_page(home_page(language), body=[("text", NUMBER)])
        for language in ("en", "fr", "ar")
    ]
    build_partner("IQ")
    draft = build_partner("FR", live=False)
    before = [quoted_number(client.get(page.url)) for page in pages]

    client.force_login(build_user(PARTNER_MANAGER))
    client.post(
        reverse("wagtailsnippets_partners_partner:edit", args=(draft.pk,)),
        nested_form_data(
            {
                "kind": "state",
                "iso_code": "FR",
                "region": "europe",
                "joined_earliest": "2014-09-10",
                "joined_latest": "2014-09-10",
                "names": inline_formset([]),
                "status_changes": inline_formset([]),
                "action-publish": "1",
            }
            | version_of(draft)
        ),
    )
    client.logout()
    after = [quoted_number(client.get(page.url)) for page in pages]

    assert before == ["1", "1", "1"]
    assert after == ["2", "2", "2"]


def test_lists_the_lines_of_effort_in_order_with_their_teasers(visitor):
    about = build_about_page()
    build_line_of_effort(about, title="The military campaign", teaser="<p>Advising.</p>")
    second = build_line_of_effort(about, title="Its money", teaser="<p>Closing accounts.</p>")
    build_line_of_effort(about, title="A secret line", live=False)

    page = text(visitor.get(about.url))

    in_order = ["The military campaign", "Advising.", "Its money", "Closing accounts."]
    assert order_of(page, *reversed(in_order)) == in_order
    assert f'href="{second.url}"' in page
    assert "A secret line" not in page


def test_tells_milestones_in_order_by_day_or_by_month(visitor):
    about = build_about_page(
        milestones=[
            {"date": "2019-03-23", "title": "Baghouz"},
            {"date": "2017-10-17", "title": "Raqqa", "precision": "month"},
        ]
    )

    page = text(visitor.get(about.url))

    assert order_of(page, "Baghouz", "Raqqa") == ["Raqqa", "Baghouz"]
    assert '<time class="timeline__date" datetime="2017-10">October 2017</time>' in page
    assert '<time class="timeline__date" datetime="2019-03-23">23 March 2019</time>' in page


def test_a_milestone_quotes_facts_of_its_own_day(visitor):
    build_partner("IQ", joined="2014-09-10")
    build_partner("FR", joined="2019-01-01")
    about = build_about_page(
        body=[("text", COUNTED)],
        milestones=[{"date": "2017-03-22", "title": "Ministers meet", "text": COUNTED}],
    )

    page = text(visitor.get(about.url))

    assert "It counts 2 partners." in page
    assert "It counts 1 partner." in page.partition("Ministers meet")[2]


def test_answers_questions_with_living_facts(visitor):
    build_partner("IQ")
    about = build_about_page(questions=[{"question": "How many are you?", "answer": COUNTED}])

    page = text(visitor.get(about.url)).partition('<details class="accordion')[2]

    assert order_of(page, "It counts 1 partner.", "How many are you?")[0] == "How many are you?"


def test_leaves_out_what_nobody_wrote(visitor):
    page = text(visitor.get(build_about_page().url))

    headings = ("Lines of effort", "Milestones", "Questions and answers")
    assert [heading for heading in headings if heading in page] == []


# A line of effort


def test_a_line_of_effort_tells_its_number_and_its_stories(visitor):
    about = build_about_page()
    build_line_of_effort(about, title="First")
    line = build_line_of_effort(about, title="Second", body=[("text", "<p>What it is.</p>")])
    build_story(title="Along the line", lines_of_effort=[line])
    build_story(title="Along another")

    page = text(visitor.get(line.url))

    assert "Line of effort 2" in page
    assert "What it is." in page
    assert "Along the line" in page
    assert "Along another" not in page


# A standard page


def test_a_standard_page_says_where_it_belongs(visitor):
    privacy = build_standard_page(title="Privacy")
    page = build_standard_page(privacy, title="What we keep", body=[("text", "<p>Little.</p>")])

    html = text(visitor.get(page.url))

    assert f'<a class="breadcrumbs__link" href="{privacy.url}">Privacy</a>' in html
    assert "Little." in html


@pytest.mark.parametrize(
    "build", [build_about_page, build_line_of_effort, build_campaign, build_standard_page]
)
def test_a_withdrawn_page_shows_only_its_note(visitor, build):
    page = withdraw(build(body=[("text", "<p>Old words.</p>")]), "<p>Being written anew.</p>")

    html = text(visitor.get(page.url))

    assert "Being written anew." in html
    assert "Old words." not in html
    assert "noindex" in html


@pytest.mark.parametrize(
    "build", [build_about_page, build_line_of_effort, build_campaign, build_standard_page]
)
def test_a_correction_stands_on_the_page(visitor, build):
    page = build(corrections=[Correction(date="2020-06-01", text="<p>It was ten, not two.</p>")])

    html = text(visitor.get(page.url))

    assert "Correction, 1 June 2020" in html
    assert "It was ten, not two." in html
