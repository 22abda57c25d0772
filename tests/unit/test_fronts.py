"""Caches in front: how they are named, what our pages tell them, and what they are asked."""

import json
from math import inf
from time import time

import pytest
from django.core.exceptions import ImproperlyConfigured

from coalition.delivery.tags import EVERYTHING, digest
from coalition.fronts.kinds import Cloudflare, Fastly, Varnish
from coalition.fronts.naming import front_of, fronts_named
from coalition.fronts.saying import ANY_CHANGE, LONGEST_LIFE, said_to

VARNISH = Varnish("10.0.0.5", 6081)
CLOUDFLARE = Cloudflare("0a1b", "hidden-word")
FASTLY = Fastly("SU1Z0isxPaozGVKXdv0eY", "hidden-word")
ALL = [VARNISH, CLOUDFLARE, FASTLY]

PAGE = {
    "Cache-Control": "public, max-age=60, s-maxage=300",
    "X-Page-Parameters": "",
    "X-Page-Tags": "aa bb",
}
SURE = [digest(EVERYTHING), "aa", "bb"]
UNSURE = [digest(EVERYTHING), digest(ANY_CHANGE)]


@pytest.mark.parametrize(
    ("address", "front"),
    [
        ("varnish://10.0.0.5:6081", VARNISH),
        ("varnish://varnish", Varnish("varnish", 80)),
        ("varnish://[fd00::5]:6081/", Varnish("[fd00::5]", 6081)),
        ("cloudflare://0a1b?token=hidden-word", CLOUDFLARE),
        ("fastly://SU1Z0isxPaozGVKXdv0eY?key=hidden-word", FASTLY),
    ],
)
def test_reads_who_is_named(address, front):
    assert front_of(address) == front


@pytest.mark.parametrize(
    "address",
    [
        "",
        "10.0.0.5",
        "squid://10.0.0.5",
        "varnish://",
        "varnish://10.0.0.5:0",
        "varnish://10.0.0.5:70000",
        "varnish://10.0.0.5/hidden-word",
        "cloudflare://0a1b",
        "cloudflare://0a1b?token=",
        "cloudflare://0a1b?key=hidden-word",
        "fastly://0a1b?key=hidden-word&more=1",
        "fastly://hidden word?key=hidden-word",
        # A header has no such letters.
        "fastly://0a1b?key=hidden-wörd",
    ],
)
def test_refuses_to_start_with_what_it_cannot_read_and_repeats_no_secret(address):
    with pytest.raises(ImproperlyConfigured, match=r"entry 2 as varnish://HOST:PORT") as refusal:
        fronts_named(("varnish://10.0.0.5", address))

    assert "hidden" not in str(refusal.value)


def test_refuses_to_name_one_twice():
    with pytest.raises(ImproperlyConfigured, match="twice"):
        fronts_named(("fastly://1?key=a", "fastly://1?key=b"))


@pytest.mark.parametrize("front", ALL, ids=lambda front: front.name)
def test_shows_no_secret(front):
    asked = list(front.asks(["aa"], ["https://c.example/x"], is_for_good=True))

    assert "hidden" not in f"{front} {front!r} {front.name} {asked}"


# What pages tell them


def said(headers, *fronts):
    return dict(said_to(fronts, list(headers.items())))


@pytest.mark.parametrize(
    ("front", "header", "separator"),
    [(VARNISH, "xkey", " "), (CLOUDFLARE, "Cache-Tag", ","), (FASTLY, "Surrogate-Key", " ")],
)
def test_a_page_tells_what_it_waits_for(front, header, separator):
    assert said(PAGE, front)[header] == separator.join(SURE)


@pytest.mark.parametrize("front", ALL, ids=lambda front: front.name)
def test_a_page_that_waits_for_too_much_waits_for_every_change(front):
    tags = " ".join(f"{number:010x}" for number in range(2_000))

    told = said(PAGE | {"X-Page-Tags": tags}, front)

    assert told[front.tags_header] == front.separator.join(UNSURE)


def test_what_is_not_stored_waits_for_every_change_and_lives_as_told_to_all():
    headers = {name: PAGE[name] for name in ("Cache-Control", "X-Page-Tags")}

    told = said(headers, FASTLY)

    assert told == {"Surrogate-Key": " ".join(UNSURE)}


def test_a_file_only_tells_where_it_stands():
    headers = {"Cache-Control": "public, max-age=31536000, immutable", "X-Page-Tags": "aa"}

    assert said(headers, FASTLY)["Surrogate-Key"] == "aa"


def test_what_is_private_tells_nothing():
    headers = {"Cache-Control": "private, no-store", "X-Page-Tags": "aa"}

    assert said(headers, *ALL) == {}


@pytest.mark.parametrize(
    ("left", "shortest", "longest"),
    [(inf, LONGEST_LIFE, LONGEST_LIFE), (900, 600, 900), (-1, 0, 0)],
    ids=["unchanging", "changes by itself", "has changed"],
)
def test_is_kept_until_it_changes_by_itself(left, shortest, longest):
    told = said(PAGE | {"X-Page-Until": str(time() + left)}, *ALL)

    for name in ("Surrogate-Control", "Cloudflare-CDN-Cache-Control"):
        life = told[name].partition(",")[0].removeprefix("max-age=")
        assert shortest <= int(life) <= longest


# What they are asked


def asked(front, tags=(), addresses=(), *, is_for_good=False):
    return list(front.asks(tags, addresses, is_for_good=is_for_good))


@pytest.mark.parametrize(("front", "most"), [(VARNISH, 500), (CLOUDFLARE, 100), (FASTLY, 256)])
def test_no_request_has_more_tags_than_it_takes(front, most):
    tags = [f"{number:010x}" for number in range(most + 1)]

    first, second = asked(front, tags)

    assert tags[most - 1] in str(first.headers) + str(first.body)
    assert tags[most] not in str(first.headers) + str(first.body)
    assert tags[most] in str(second.headers) + str(second.body)


@pytest.mark.parametrize(("is_for_good", "way"), [(True, "xkey-purge"), (False, "xkey-softpurge")])
def test_varnish_is_asked_by_its_own_method(is_for_good, way):
    (ask,) = asked(VARNISH, ["aa", "bb"], is_for_good=is_for_good)

    assert (ask.method, ask.address) == ("PURGE", "http://10.0.0.5:6081/")
    assert ask.headers == {way: "aa bb"}


def test_varnish_is_asked_for_addresses_by_their_tags_alone():
    assert asked(VARNISH, addresses=["https://c.example/media/images/a.webp"]) == []


def test_cloudflare_is_asked_with_words_in_json():
    by_tag, by_address = asked(CLOUDFLARE, ["aa"], ["https://c.example/x"])

    assert by_tag.address.endswith("/client/v4/zones/0a1b/purge_cache")
    assert by_tag.headers["Authorization"] == "Bearer hidden-word"
    assert json.loads(by_tag.body) == {"tags": ["aa"]}
    assert json.loads(by_address.body) == {"files": ["https://c.example/x"]}


@pytest.mark.parametrize(("is_for_good", "softly"), [(True, None), (False, "1")])
def test_fastly_is_asked_with_words_in_headers(is_for_good, softly):
    by_tag, by_address = asked(FASTLY, ["a", "b"], ["https://c.example/x"], is_for_good=is_for_good)

    assert by_tag.address == f"https://api.fastly.com/service/{FASTLY.service}/purge"
    assert by_tag.headers["Surrogate-Key"] == "a b"
    assert by_tag.headers.get("Fastly-Soft-Purge") == softly
    assert by_address.address == "https://api.fastly.com/purge/c.example/x"
    assert by_address.headers["Fastly-Key"] == by_tag.headers["Fastly-Key"] == "hidden-word"
