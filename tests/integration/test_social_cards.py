"""The card of a page: drawn when it is published, remade with other words, gone with the page."""

import re
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.utils import timezone
from PIL import Image

from coalition.cards import typesetting
from coalition.delivery.tags import of_address
from coalition.demo.builders import (
    build_news_index,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_picture,
    build_site_texts,
    build_standard_page,
    build_story,
    home_page,
    publish_page,
    withdraw,
)
from coalition.pages.models import SocialCard
from tests.told_front import of, tags_asked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def once_saved(django_capture_on_commit_callbacks):
    """What waits for a transaction to come true, at the end of a `with`."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def card_of(page):
    return SocialCard.objects.filter(page_id=page.pk).first()


def file_of(card):
    return Path(project.MEDIA_ROOT, card.file.name)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_is_drawn_when_a_page_is_published(once_saved, language):
    with once_saved():
        page = build_standard_page(home_page(language), title="Privacy")

    with Image.open(file_of(card_of(page))) as picture:
        assert picture.format == "PNG"
        assert picture.size == (1200, 630)


def test_is_drawn_when_a_page_is_published_by_the_clock(once_saved):
    later = timezone.now() + timedelta(hours=1)
    page = build_story(live=False, go_live_at=later)
    page.go_live_at = timezone.now() - timedelta(minutes=1)
    page.save_revision().publish()

    with once_saved():
        publish_page(page)

    assert card_of(page)


def test_is_never_drawn_of_a_draft(once_saved):
    with once_saved():
        page = build_story(live=False)

    assert card_of(page) is None


def test_is_not_drawn_where_there_is_a_picture(once_saved):
    with once_saved():
        page = build_story(picture=build_picture())

    assert card_of(page) is None


def test_is_public_under_a_name_that_nobody_can_guess(once_saved, visitor):
    with once_saved():
        page = build_story()

    name = Path(card_of(page).file.name).stem
    answer = visitor.get(card_of(page).file.url)
    assert b"".join(answer.streaming_content).startswith(b"\x89PNG")
    assert answer["Content-Type"] == "image/png"
    assert len(name) >= 16
    assert str(page.pk) not in name.split("-")


@pytest.mark.parametrize(
    "change", [{"title": "Another"}, {"date": "2020-06-01"}, {"kind": "statement"}]
)
def test_is_remade_when_it_would_say_something_else(once_saved, change):
    with once_saved():
        page = build_story(title="One", date="2020-05-31")
    before = card_of(page)

    for name, value in change.items():
        setattr(page, name, value)
    with once_saved():
        publish_page(page)

    assert card_of(page).file.name != before.file.name
    assert not file_of(before).exists()


def test_stays_when_it_would_say_the_same(once_saved):
    with once_saved():
        page = build_story()
    before = card_of(page)

    with once_saved():
        publish_page(page)

    assert card_of(page) == before
    assert file_of(before).exists()


def test_a_draft_of_a_public_page_changes_nothing(once_saved):
    with once_saved():
        page = build_story(title="Public")
    before = card_of(page)

    page.title = "Secret"
    with once_saved():
        page.save_revision()

    assert card_of(page) == before


def gets_a_picture(page):
    page.picture = build_picture()
    publish_page(page)


@pytest.mark.parametrize(
    "act", [lambda page: page.unpublish(), lambda page: page.delete(), withdraw, gets_a_picture]
)
def test_goes_with_its_reason(once_saved, act):
    with once_saved():
        page = build_story()
    card = card_of(page)

    with once_saved():
        act(page)

    assert not SocialCard.objects.filter(pk=card.pk).exists()
    assert not file_of(card).exists()


@pytest.mark.parametrize("act", [lambda page: page.delete(), withdraw, gets_a_picture])
def test_caches_forget_it_for_good_and_its_address_says_so(once_saved, visitor, front, act):
    with once_saved():
        page = build_story()
    address = card_of(page).file.url

    with once_saved():
        act(page)

    assert of(of_address(address)) <= tags_asked(front, "xkey-purge")
    assert visitor.get(address).status_code == 410


def test_goes_with_the_pages_above(once_saved):
    with once_saved():
        index = build_news_index()
        page = build_story(index)
    card = card_of(page)

    with once_saved():
        index.delete()

    assert not file_of(card).exists()


def test_a_publication_does_not_fail_for_want_of_a_card(once_saved, monkeypatch):
    monkeypatch.setattr("coalition.cards.keeping.draw_card", lambda words: 1 / 0)

    with once_saved():
        page = build_story()

    assert page.live
    assert card_of(page) is None


def test_no_arabic_card_is_drawn_where_letters_would_stand_apart(once_saved, monkeypatch):
    monkeypatch.setattr(typesetting, "can_join_letters", lambda: False)

    with once_saved():
        page = build_story(home_page("ar"), title="العراق")

    assert card_of(page) is None


def test_a_card_is_what_others_show_of_the_page(once_saved, visitor):
    with once_saved():
        page = build_story(title="Two schools")

    head = visitor.get(page.url).content.decode()

    assert f'<meta property="og:image" content="http://testserver{card_of(page).file.url}">' in head
    assert '<meta property="og:image:alt" content="Two schools">' in head


def make_cards():
    told = StringIO()
    call_command("make_cards", stdout=told)
    return told.getvalue()


def test_a_command_draws_what_is_lacking():
    build_story()
    build_story(live=False)
    build_partner_page(build_partner_index(), partner=build_partner("IQ"))

    # Three home pages, two listings, a story and a partner.
    assert make_cards() == "7 cards drawn\n"
    assert make_cards() == "0 cards drawn\n"


def test_a_command_draws_anew_what_bears_the_sites_former_name():
    make_cards()

    build_site_texts("fr", site_name="Un autre nom")

    assert make_cards() == "1 cards drawn\n"


def words_shared(visitor, page):
    """What the picture says to whom cannot see it, and which picture it is."""
    head = visitor.get(page.url).content.decode()
    return re.findall(r'property="og:image(?::alt)?" content="([^"]*)"', head)


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [("en", "1 partner", "2 partners"), ("fr", "1 partenaire", "2 partenaires")],
)
def test_the_index_of_partners_says_how_many_there_are(once_saved, visitor, language, one, two):
    with once_saved():
        build_partner("IQ")
        index = build_partner_index(home_page(language))
    first, words = words_shared(visitor, index)
    assert words == one

    with once_saved():
        newcomer = build_partner("IT")
    second, words = words_shared(visitor, index)
    assert words == two
    assert second != first

    with once_saved():
        newcomer.unpublish()
    assert words_shared(visitor, index)[1] == one


def test_a_day_alone_draws_the_count_anew(once_saved, monkeypatch):
    tomorrow = timezone.localdate() + timedelta(days=1)
    with once_saved():
        build_partner("IQ", joined=tomorrow.isoformat())
        index = build_partner_index()
    before = card_of(index)

    monkeypatch.setattr(timezone, "localdate", lambda *moment: tomorrow)
    with once_saved():
        call_command("redraw_counts", stdout=StringIO())

    assert card_of(index) != before
