"""Where facts are quoted is known at once, without reading every page."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from coalition.demo.builders import (
    build_about_page,
    build_site_texts,
    build_story,
    build_user,
    publish_page,
)
from coalition.facts.models import FactUse
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER
from tests.reading import parsed, words

pytestmark = pytest.mark.django_db

QUOTES_TWO = (
    '<p>The <embed embedtype="fact" name="partners" form="ordinal"/> of '
    '<embed embedtype="fact" form="number" name="states"/>.</p>'
)
QUOTES_ONE = '<p>All <embed embedtype="fact" name="partners" form="counted"/>.</p>'


def uses(row):
    found = FactUse.objects.of_row(row).order_by("fact")
    return [(use.fact, use.times_live, use.times_in_draft) for use in found]


def test_notes_what_a_published_page_quotes():
    story = build_story(teaser=QUOTES_TWO, body=[("text", QUOTES_ONE), ("heading", "82")])

    assert uses(story) == [("partners", 2, 2), ("states", 1, 1)]


def test_notes_what_belongs_to_a_page():
    about = build_about_page(questions=[{"question": "How many?", "answer": QUOTES_ONE}])

    assert uses(about) == [("partners", 1, 1)]


def test_tells_the_draft_from_what_is_published():
    story = build_story(teaser=QUOTES_TWO, live=False)
    assert uses(story) == [("partners", 0, 1), ("states", 0, 1)]

    publish_page(story)
    story.teaser = QUOTES_ONE
    story.save_revision()

    assert uses(story) == [("partners", 1, 1), ("states", 1, 0)]


def test_forgets_what_nobody_quotes_any_more():
    story = build_story(teaser=QUOTES_TWO)

    story.teaser = ""
    publish_page(story)

    assert uses(story) == []


def test_an_unpublished_page_quotes_in_its_draft_only():
    story = build_story(teaser=QUOTES_ONE)

    story.unpublish()

    assert uses(story) == [("partners", 0, 1)]


def test_a_deleted_page_quotes_nothing():
    story = build_story(teaser=QUOTES_ONE)

    story.delete()

    assert not FactUse.objects.exists()


def test_a_copy_quotes_what_its_original_does():
    story = build_story(teaser=QUOTES_ONE)

    copy = story.copy(update_attrs={"slug": "copy"})

    assert uses(copy) == [("partners", 1, 1)]


def test_notes_the_texts_around_every_page():
    texts = build_site_texts(footer_note=QUOTES_ONE)

    assert uses(texts) == [("partners", 1, 1)]


def test_knows_the_public_uses_of_a_fact():
    build_story(title="Live", teaser=QUOTES_TWO)
    build_story(title="Draft", teaser=QUOTES_TWO, live=False)

    assert [str(use.row) for use in FactUse.objects.public().filter(fact="states")] == ["Live"]


def test_notes_anew_what_came_past_wagtail():
    story = build_story(teaser=QUOTES_TWO)
    draft = build_story(teaser=QUOTES_ONE, live=False)
    FactUse.objects.all().delete()

    call_command("note_fact_uses", stdout=StringIO())

    assert uses(story) == [("partners", 1, 1), ("states", 1, 1)]
    assert uses(draft) == [("partners", 0, 1)]


def whole_text(response):
    return words(parsed(response))


@pytest.fixture
def report(client):
    def seen_by(role, **parameters):
        client.force_login(build_user(role, username=role.name))
        return client.get(reverse("facts_in_use"), parameters)

    return seen_by


def test_the_report_says_where_how_often_and_where_to_edit(report):
    story = build_story(title="Our story", teaser=QUOTES_TWO + QUOTES_ONE)

    response = report(EDITOR)

    content = response.content.decode()
    assert reverse("wagtailadmin_pages:edit", args=[story.pk]) in content
    assert "Number of partners" in content
    assert "Number of states" in content


def test_the_report_shows_only_what_its_reader_may_edit(report):
    build_site_texts(site_name="Our texts", footer_note=QUOTES_ONE)

    assert "Our texts" not in whole_text(report(EDITOR))
    assert "Our texts" in whole_text(report(PUBLISHER))


def test_the_report_is_refused_to_who_may_edit_no_page(report):
    assert report(PARTNER_MANAGER).status_code == 302


def test_the_report_can_be_narrowed_to_a_fact(report):
    build_story(title="Both", teaser=QUOTES_TWO)
    build_story(title="One only", teaser=QUOTES_ONE)

    content = whole_text(report(PUBLISHER, fact="states"))

    assert "Both" in content
    assert "One only" not in content


def test_the_report_can_be_taken_home(report):
    build_story(title="Our story", teaser=QUOTES_ONE)

    response = report(PUBLISHER, export="csv")

    assert b"Our story,Story,Number of partners,1,1" in b"".join(response.streaming_content)


def test_the_report_asks_as_many_questions_for_many_pages_as_for_one(
    report, client, django_assert_max_num_queries
):
    for number in range(12):
        build_story(title=f"Story {number}", slug=f"story-{number}", teaser=QUOTES_TWO)
    report(PUBLISHER)

    with django_assert_max_num_queries(40) as asked:
        client.get(reverse("facts_in_use"))
    many = len(asked)
    FactUse.objects.exclude(object_id=FactUse.objects.latest("pk").object_id).delete()
    with django_assert_max_num_queries(40) as asked:
        client.get(reverse("facts_in_use"))

    assert many == len(asked)
