"""Page counts: a number a page and day, off unless somebody switches them on."""

from datetime import date

import pytest
from django.db import DatabaseError

from coalition.delivery.store.address import Address
from coalition.statistics import keeping
from coalition.statistics.counting import PageCounter
from coalition.statistics.keeping import counter, keep, keep_from_outside
from coalition.statistics.models import PageViews

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
    assert "how often each page is read" not in visitor.get("/en/cookies/").content.decode()

    settings.COUNT_PAGES = True
    assert "how often each page is read" in visitor.get("/en/cookies/").content.decode()


def test_editors_read_it(admin_client):
    keep({(DAY, "/en/news/"): 7})

    page = admin_client.get("/admin/reports/pages-read/").content.decode()

    assert "/en/news/" in page
    assert "7" in page
