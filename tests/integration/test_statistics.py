"""Page counts: a number a page and day, off unless somebody switches them on."""

from datetime import date, timedelta

import pytest
from cookie_consent.models import CookieGroup
from django.db import DatabaseError
from django.utils import timezone

from coalition.consent.notice import PAGE_COUNTS
from coalition.delivery.store.address import Address
from coalition.demo.builders import build_user
from coalition.demo.content import read
from coalition.staff.roles import EDITOR
from coalition.statistics import keeping
from coalition.statistics.counting import PageCounter
from coalition.statistics.keeping import counter, keep, keep_from_outside, reads
from coalition.statistics.models import PageViews
from tests.reading import main_text, words_at

pytestmark = pytest.mark.django_db

HOME = Address("coalition.example", "/en/", "utm_source=x")
DAY = date(2020, 6, 1)


def test_counts_by_page_whatever_stands_behind_the_question_mark():
    kept = []
    count = PageCounter(kept.append)

    for _ in range(3):
        count(HOME)
    count(Address("coalition.example", "/ar/"))
    count.hand_on()

    assert {path: views for (_, path), views in kept[0].items()} == {"/en/": 3, "/ar/": 1}


def test_hands_each_count_on_once():
    kept = []
    count = PageCounter(kept.append)
    count(HOME)

    count.hand_on()
    count.hand_on()

    assert len(kept) == 1


def test_adds_to_what_is_known():
    keep({(DAY, "/en/"): 2})
    keep({(DAY, "/en/"): 3, (DAY, "/fr/"): 1})

    assert dict(PageViews.objects.values_list("path", "views")) == {"/en/": 5, "/fr/": 1}


def test_knows_what_was_read_most_since_yesterday():
    today = timezone.now().date()
    yesterday, before = today - timedelta(days=1), today - timedelta(days=2)
    keep({(today, "/en/"): 2, (yesterday, "/en/"): 2, (yesterday, "/fr/"): 5, (before, "/ar/"): 9})

    assert list(reads().items()) == [("/fr/", 5), ("/en/", 4)]


def test_a_database_that_is_down_costs_a_minute_of_numbers_and_nothing_else(monkeypatch):
    def fail(counts):
        raise DatabaseError

    monkeypatch.setattr(keeping, "keep", fail)
    monkeypatch.setattr(keeping.connection, "close", lambda: None)

    keep_from_outside({(DAY, "/en/"): 1})


def test_is_off_unless_somebody_asks_for_it(settings):
    assert counter() is None

    settings.COUNT_PAGES = True
    assert counter() is not None


def test_says_so_on_the_page_on_cookies(visitor, settings):
    assert "how often each page is read" not in words_at(visitor, "/en/cookies/")

    settings.COUNT_PAGES = True
    assert "how often each page is read" in words_at(visitor, "/en/cookies/")


def test_the_registry_says_it_in_its_own_words(visitor, settings):
    words = {"name": "Counting", "description": "A number a day."}
    CookieGroup.objects.create(varname=PAGE_COUNTS, is_required=True, **words)
    assert "A number a day." not in words_at(visitor, "/en/cookies/")

    settings.COUNT_PAGES = True

    assert "Counting A number a day." in words_at(visitor, "/en/cookies/")


def test_the_demo_has_words_for_it():
    assert PAGE_COUNTS in {purpose["key"] for purpose in read("site")["purposes"]}


def test_holds_nothing_about_anybody():
    names = {field.name for field in PageViews._meta.get_fields()}

    assert names == {"id", "day", "path", "views"}


def test_editors_read_it(client):
    keep({(DAY, "/en/news/"): 7_213})
    client.force_login(build_user(EDITOR))

    page = main_text(client.get("/admin/reports/pages-read/"))

    assert "/en/news/" in page
    assert "7213" in page.replace(",", "")
