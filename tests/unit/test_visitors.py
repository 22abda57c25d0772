"""Whose request it is, and what remains of that when messages are counted."""

import pytest
from django.test import RequestFactory

from coalition.delivery.limits import fingerprint
from coalition.delivery.visitors import address_of, household, neighbourhood


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
        ("::ffff:192.0.2.7", "192.0.2.7/32"),
        ("not an address", "not an address"),
    ],
)
def test_counts_a_household_once(address, counted_as):
    assert household(address) == counted_as


def test_an_old_address_has_its_own_neighbours_however_it_is_written():
    assert neighbourhood("::ffff:192.0.2.7") == "192.0.2.0/24"


def test_a_fingerprint_is_another_one_tomorrow():
    assert fingerprint("192.0.2.7", "2020-05-31") != fingerprint("192.0.2.7", "2020-06-01")
