"""What is not published is out of reach even of whoever takes over a process for visitors alone."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from coalition.delivery.public_rows import policies
from coalition.demo.builders import (
    build_about_page,
    build_alert_banner,
    build_campaign,
    build_line_of_effort,
    build_menu,
    build_news_index,
    build_partner,
    build_partner_page,
    build_social_post,
    build_standard_page,
    build_story,
    home_page,
)
from coalition.home.models import HomeSlot
from coalition.search.models import Entry
from tests.database_roles import ROLE, postgresql_only, rights_of
from tests.visitors_tables import what_visitors_read

pytestmark = [pytest.mark.django_db, postgresql_only]

CANARY = "zugvogel"
WORDS = {"title": CANARY, "teaser": f"<p>{CANARY}</p>", "body": [("text", f"<p>{CANARY}</p>")]}
ABOUT = {
    "milestones": [{"date": "2014-09-10", "title": CANARY}],
    "questions": [{"question": CANARY, "answer": f"<p>{CANARY}</p>"}],
}
EVERYTHING = {
    "story": lambda live: build_story(**WORDS, live=live),
    "page": lambda live: build_standard_page(**WORDS, live=live),
    "about page": lambda live: build_about_page(title=CANARY, **ABOUT, live=live),
    "line of effort": lambda live: build_line_of_effort(title=CANARY, live=live),
    "campaign": lambda live: build_campaign(title=CANARY, live=live),
    "partner": lambda live: build_partner("FR", names={"en": CANARY}, live=live),
    "partner page": lambda live: build_partner_page(
        partner=build_partner("DE"), title=CANARY, live=live
    ),
    "post": lambda live: build_social_post(CANARY, live=live),
    "banner": lambda live: build_alert_banner(title=CANARY, live=live),
}


@pytest.fixture(autouse=True)
def sections():
    """What is built stands below them, and they are not what is asked about."""
    build_news_index()
    build_line_of_effort(title="Stabilisation")
    build_partner_page(partner=build_partner("IQ"))


def tables_that_tell():
    """Of those that visitors may read."""
    tables = [apps.get_model(label)._meta.db_table for label in sorted(what_visitors_read())]
    return [table for table in tables if rows(table, f"t::text LIKE '%{CANARY}%'")]


def rows(table, condition="true"):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT count(*) FROM "{table}" t WHERE {condition}')  # noqa: S608 - ours.
        return cursor.fetchone()[0]


@pytest.mark.parametrize("name", EVERYTHING)
def test_no_word_of_a_draft_can_be_read(name):
    EVERYTHING[name](live=False)
    assert tables_that_tell() != []

    with rights_of("public"):
        assert tables_that_tell() == []


@pytest.mark.parametrize("name", EVERYTHING)
def test_every_word_that_is_published_can_be_read(name):
    EVERYTHING[name](live=True)
    told = tables_that_tell()

    with rights_of("public"):
        assert tables_that_tell() == told


def test_search_has_no_entry_of_a_draft():
    story = build_story(**WORDS)
    story.unpublish()

    assert not Entry.objects.filter(page=story).exists()


def test_what_is_taken_offline_is_out_of_reach_at_once():
    story = build_story(**WORDS)
    with rights_of("public"):
        assert "news_storypage" in tables_that_tell()

    story.unpublish()

    assert tables_that_tell() != []
    with connection.cursor() as cursor:
        cursor.execute(f'SET LOCAL ROLE "{ROLE}"')
    # Single words, that were public.
    assert tables_that_tell() == ["search_word"]


def test_those_who_write_see_every_draft():
    for build in EVERYTHING.values():
        build(live=False)
    told = tables_that_tell()
    with rights_of("public", "a visitor"):
        assert tables_that_tell() == []

    with rights_of("site"):
        assert tables_that_tell() == told
        build_story(title="Another", live=False)


def test_is_set_up_once_and_kept():
    with rights_of("public"):
        pass

    assert list(policies(ROLE)) == []


def test_a_rule_that_has_changed_takes_the_place_of_the_one_before(monkeypatch):
    with rights_of("public"):
        pass
    monkeypatch.setattr("coalition.delivery.public_rows.IS_SEEN", "live AND true")

    call_command("grant_rights", "public", ROLE)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_policies WHERE tablename = 'social_socialpost'"
            " AND permissive = 'RESTRICTIVE'"
        )
        assert cursor.fetchone() == (1,)


def test_what_leads_to_drafts_answers_as_ever():
    draft = build_story(live=False, **WORDS)
    empty = build_standard_page(title="Never published", live=False)
    home = home_page()
    home.slots = [
        HomeSlot(story=draft, ends_at=timezone.now() + timedelta(days=1), place=HomeSlot.Place.LEAD)
    ]
    home.save_revision().publish()
    build_menu(links=[{"page": empty}])
    build_partner_page(partner=build_partner("FR", live=False), title="Of nobody")
    Redirect.objects.create(old_path="/en/before", redirect_page=empty)
    linking = build_standard_page(
        title="Linking", body=[("text", f'<p><a linktype="page" id="{draft.pk}">it</a></p>')]
    )
    below = build_standard_page(build_standard_page(title="Offline", live=False), title="Below")
    addresses = ["/en/", "/en/news/", "/en/partners/", linking.url, below.url, "/en/sitemap.xml"]
    expected = [Client().get(address).status_code for address in addresses]

    with rights_of("public"):
        assert [Client().get(address).status_code for address in addresses] == expected
        for address in (draft.url, empty.url, "/en/before/"):
            assert Client().get(address).status_code == 404
