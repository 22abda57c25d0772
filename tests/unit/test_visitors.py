"""Whose request it is, and what remains of that when messages are counted."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import cache
from django.core.cache.backends.dummy import DummyCache
from django.test import RequestFactory

from coalition.consent.limits import MOST_FROM_ONE_ADDRESS, may_answer
from coalition.contact.limits import has_room_for
from coalition.delivery.limits import counted, fingerprint
from coalition.delivery.visitors import address_of, household


@pytest.fixture
def request_through_proxies():
    headers = {"X-Forwarded-For": "10.0.0.1, 192.0.2.7"}
    return RequestFactory().get("/", headers=headers, REMOTE_ADDR="127.0.0.1")


def test_believes_our_own_proxy_and_nobody_before_it(settings, request_through_proxies):
    settings.SITE_IS_SECURE = True

    assert address_of(request_through_proxies) == "192.0.2.7"


def test_believes_no_header_where_no_proxy_stands_in_front(settings, request_through_proxies):
    settings.SITE_IS_SECURE = False

    assert address_of(request_through_proxies) == "127.0.0.1"


@pytest.mark.parametrize(
    ("address", "counted_as"),
    [
        ("192.0.2.7", "192.0.2.7/32"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("not an address", "not an address"),
    ],
)
def test_counts_a_household_once(address, counted_as):
    assert household(address) == counted_as


def test_a_household_answers_no_more_often_by_changing_its_address():
    cache.clear()
    taken = [may_answer(f"2001:db8::{number:x}") for number in range(MOST_FROM_ONE_ADDRESS + 1)]

    assert taken.count(True) == MOST_FROM_ONE_ADDRESS


def test_a_fingerprint_is_another_one_tomorrow():
    assert fingerprint("192.0.2.7", "2020-05-31") != fingerprint("192.0.2.7", "2020-06-01")


def test_no_address_is_kept(monkeypatch):
    names = []
    add = cache.add
    monkeypatch.setattr(cache, "add", lambda name, *rest: names.append(name) or add(name, *rest))

    has_room_for("192.0.2.7")

    assert names
    assert not any("192.0.2.7" in name for name in names)


def test_counts_each_once_however_many_come_together():
    cache.clear()
    with ThreadPoolExecutor(8) as together:
        numbers = list(together.map(lambda _: counted("together", 60), range(80)))

    assert sorted(numbers) == list(range(1, 81))


def test_lets_everybody_in_where_the_cache_keeps_nothing(monkeypatch):
    monkeypatch.setattr("coalition.delivery.limits.cache", DummyCache("", {}))

    assert [has_room_for("192.0.2.7") for _ in range(9)] == [True] * 9
