"""What is noted of a page while it is made, and what a change announces."""

import pytest
from django.db import transaction
from wagtail.models import Locale, Page, PageViewRestriction, Revision

from coalition.delivery import changes
from coalition.delivery.kept import kept
from coalition.delivery.reading import glance, row
from coalition.delivery.tags import EVERYTHING, collecting, fresh_until, wait_for, waiting_for
from coalition.demo.builders import (
    build_line_of_effort,
    build_partner,
    build_picture,
    build_story,
    build_topic,
    home_page,
    publish_page,
)
from coalition.facts import moment
from coalition.media.models import Picture
from coalition.pages import branches
from coalition.pages.models import Correction
from news.models import StoryPage
from partners.models import Partner

pytestmark = pytest.mark.django_db


def tags_of(read):
    with collecting() as collected:
        read()
    return collected.tags


def test_whatever_is_looked_for_counts_as_whole_tables():
    read = tags_of(lambda: list(StoryPage.objects.filter(locale=1).readable()))

    assert {"news_storypage", "wagtailcore_page", "pages_withdrawal"} <= read


def test_within_a_list_that_announces_itself_only_its_rows_count():
    story = build_story()

    def read():
        with waiting_for("stories"):
            list(StoryPage.objects.readable())

    assert tags_of(read) == {"stories", row(Page, story.pk)}


def test_a_card_counts_with_what_it_shows():
    story = build_story()

    def read():
        with waiting_for("stories"):
            list(StoryPage.objects.for_cards())

    assert tags_of(read) == {"stories", glance(Page, story.pk), "wagtailcore_locale"}


def test_whoever_asks_a_card_for_more_waits_for_the_whole_row():
    story = build_story()

    def read():
        with waiting_for("stories"):
            return StoryPage.objects.for_cards().get().body

    assert row(Page, story.pk) in tags_of(read)


def test_what_does_not_announce_itself_counts_even_there():
    def read():
        with waiting_for("a list"):
            list(Locale.objects.all())

    assert tags_of(read) == {"a list", "wagtailcore_locale"}


@pytest.mark.parametrize("is_there", [True, False])
def test_a_row_that_is_asked_for_by_its_key_counts_alone(is_there):
    key = home_page().pk if is_there else 999_999

    titles = Page.objects.filter(pk=key).values_list("title")

    assert tags_of(lambda: list(titles)) == {f"wagtailcore_page:{key}"}


def test_what_hangs_on_a_row_counts_as_that_row():
    page = home_page()

    read = tags_of(lambda: list(Correction.objects.filter(page_id=page.pk)))

    assert read == {row(Page, page.pk)}


def test_a_picture_is_waited_for_by_whoever_shows_it_and_by_nobody_else():
    picture = build_picture()

    assert tags_of(lambda: list(Picture.objects.all())) == {row(Picture, picture.pk)}


def test_nobody_waits_for_what_no_page_shows():
    assert tags_of(lambda: list(Revision.objects.all())) == set()


@pytest.mark.usefixtures("values_are_kept")
def test_whoever_uses_a_kept_value_waits_for_all_of_it():
    def read():
        return kept("partners", lambda: list(Partner.objects.all()))

    first, second = tags_of(read), tags_of(read)

    assert first == second
    assert "partners_partner" in first


def test_a_value_kept_with_tags_of_its_own_has_no_others():
    read = tags_of(lambda: kept("partners", lambda: list(Partner.objects.all()), ["few"]))

    assert read == {"few"}


def test_the_earliest_end_counts():
    with collecting() as collected:
        wait_for("something")
        moment.today()
        fresh_until(soon := moment.now())

    assert collected.until == soon.timestamp()


def announced(act):
    changes.taken()
    with transaction.atomic():
        act()
    return changes.taken().announced()


@pytest.fixture
def is_storing(settings, tmp_path):
    settings.PAGE_STORE = str(tmp_path)


@pytest.mark.usefixtures("is_storing")
def test_a_change_announces_table_row_and_lists():
    told = announced(lambda: build_partner("IQ", joined="2020-05-01"))

    partner = Partner.objects.get()
    assert {"partners_partner", row(Partner, partner.pk), "register"} <= told
    assert "members:2020-05" in told
    assert "members:2020-04" not in told


@pytest.mark.usefixtures("is_storing")
def test_a_place_that_stays_as_it_is_announces_nothing():
    partner = build_partner("IQ")
    partner.website = "https://iq.example"

    told = announced(partner.save)

    assert row(Partner, partner.pk) in told
    assert "register" not in told


@pytest.mark.usefixtures("is_storing")
def test_a_story_about_much_announces_few_lists():
    partners = [build_partner(code) for code in ("IQ", "FR", "JO", "DE", "IT", "ES", "NO", "SE")]
    topics = [build_topic(slug=f"topic-{number}") for number in range(3)]
    lines = [build_line_of_effort(title=f"Line {number}") for number in range(2)]

    told = announced(lambda: build_story(partners=partners, topics=topics, lines_of_effort=lines))

    assert len(told) < 100


@pytest.mark.usefixtures("is_storing")
@pytest.mark.parametrize(("field", "is_seen"), [("body", False), ("title", True)])
def test_cards_are_told_of_what_they_show(field, is_seen):
    story = build_story()
    setattr(story, field, [] if field == "body" else "Another")

    told = announced(lambda: publish_page(story))

    assert row(Page, story.pk) in told
    assert (glance(Page, story.pk) in told) == is_seen


@pytest.mark.usefixtures("is_storing")
@pytest.mark.parametrize("is_long", [False, True])
def test_a_closed_section_announces_all_below_it_unless_that_is_very_much(monkeypatch, is_long):
    story = build_story()
    alias = story.create_alias(update_slug="alias", parent=home_page())
    below = build_story(parent=alias)
    monkeypatch.setattr(branches, "MOST_PAGES", 1 if is_long else 100)
    section = story.get_parent()

    told = announced(
        lambda: PageViewRestriction.objects.create(page=section, restriction_type="login")
    )

    assert (EVERYTHING in told) == is_long
    assert ({row(Page, page.pk) for page in (story, alias, below)} <= told) != is_long


@pytest.mark.usefixtures("is_storing")
def test_a_draft_announces_nothing():
    story = build_story()

    assert announced(story.save_revision) == set()
