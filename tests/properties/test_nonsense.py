"""Whatever somebody sends to a public address, nothing of ours fails."""

from urllib.parse import quote, urlencode

import pytest
from django.conf import settings as site_settings
from django.core.cache import cache
from django.test import Client
from django.urls import resolve
from django.utils.translation import get_language_from_path, override
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition.delivery.store import response
from coalition.delivery.store.parameters import heard
from coalition.demo.builders import (
    build_campaign,
    build_news_index,
    build_partner,
    build_partner_index,
    build_social_post,
    build_story,
    build_topic,
)
from tests.public_addresses import public_names

pytestmark = pytest.mark.django_db

PARAMETERS = {
    "/": ["next"],
    "/en/": ["page", "pictures"],
    "/en/news/": ["kind", "topic", "partner", "line", "year", "before", "after"],
    "/en/news/feed/": ["kind", "topic", "before"],
    "/en/news/feed.json": ["kind", "year"],
    "/en/partners/": ["region", "q"],
    "/ar/search/": ["q", "kind", "partner", "year", "page"],
    "/en/cookies/": ["receipt"],
    "/en/contact/send/": ["subject"],
    "/en/gallery/": ["scheme"],
    "/en/genuine/": ["reference"],
    "/en/social/": ["before", "after"],
    "/en/open-data/": ["as_of"],
    "/en/open-data/counter/": ["lang"],
    "/api/partners.json": ["as_of", "format"],
    "/api/partners.csv": ["as_of"],
    "/api/partners.geojson": ["as_of"],
    "/api/partners/counter.svg": ["lang"],
    "/api/partners/map.svg": ["lang", "partner"],
}
FORMS = {
    "/en/cookies/": ["choice", "purpose", "next", "surface"],
    "/en/contact/send/": ["subject", "name", "email", "text", "homepage"],
    "/en/genuine/": ["text"],
    "/en/": ["anything"],
}
# Ask for nothing but their path, or are asked by tests of their own below.
WITHOUT_PARAMETERS = {
    "busy",
    "closed_picture",
    "gpc",
    "membership_changes",
    "message_sent",
    "openapi",
    "partners_schema",
    "public_media",
    "robots",
    "security_txt",
    "sitemap",
    "sitemap_index",
    "social_posts_feed",
    "violations",
    "wagtailcore_authenticate_with_password",
    "wagtailcore_login",
    "wagtaildocs_serve",
}
HEADERS = [
    "Accept",
    "Accept-Encoding",
    "Accept-Language",
    "Content-Type",
    "If-Modified-Since",
    "If-None-Match",
    "Origin",
    "Range",
    "Referer",
    "Sec-GPC",
    "User-Agent",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Requested-With",
]
COOKIES = [
    site_settings.SESSION_COOKIE_NAME,
    "csrf",
    "cookie_consent",
    "messages",
    "django_language",
]
FOLDERS = [
    "/",
    "/en/",
    "/en/news/",
    "/media/images/",
    "/documents/",
    "/sitemap-",
    "/api/",
    "/en/social/",
]

UGLY = [
    "\0",
    "\x0b",
    "\u202etxt",
    "\ud7ff",
    "𝔗\U0010ffff",
    "-1",
    "9" * 30,
    "1e9",
    "NaN",
    "٣",
    "2020-02-30",
    "0000-00-00",
    "9999-12-31-1",
    "2020-05-31-9223372036854775808",
    "p9999999999999999-1",
    "x" * 300,
    "' OR 1=1 --",
    "../../etc/passwd",
    "//evil.example",
    "javascript:alert(1)",
    "<script>alert(1)</script>",
    "{{ 7|add:7 }}%s%(x)s",
    "%00",
    '"unclosed',
    "*",
]
words = st.sampled_from(UGLY) | st.text(max_size=40)
# What a server hands on of a header: bytes, told as Latin-1, without ends of lines.
header_words = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=60)

example = settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(autouse=True)
def site():
    story = build_story(build_news_index(), title="A story", topics=[build_topic()])
    build_partner_index()
    build_partner("IQ")
    build_campaign()
    build_social_post()
    return story


def ask(address, parameters, method="GET"):
    cache.clear()
    body = urlencode(parameters, doseq=True)
    if method == "GET":
        return Client().get(f"{address}?{body}")
    kind = "application/x-www-form-urlencoded"
    origin = {"Origin": "http://testserver"}
    return Client().post(address, body, content_type=kind, headers=origin)


def name_of(address):
    with override(get_language_from_path(address)):
        return resolve(address).view_name


def test_every_public_address_is_asked():
    asked = {name_of(address) for address in {*PARAMETERS, *FORMS}}

    assert sorted(public_names() - asked) == sorted(WITHOUT_PARAMETERS)


@pytest.mark.parametrize("address", ["/en/", "/en/news/", "/en/partners/"])
def test_every_parameter_of_a_page_is_asked(address):
    told = Client().get(address).headers[response.PARAMETERS]

    # Every page lets its pictures wait.
    assert {*heard(told)} - {*PARAMETERS[address]} <= {*PARAMETERS["/en/"]}


@pytest.mark.parametrize("address", PARAMETERS)
@example
@given(data=st.data())
def test_no_parameter_makes_a_page_fail(address, data):
    names = st.sampled_from(PARAMETERS[address]) | words
    parameters = data.draw(st.dictionaries(names, st.lists(words, max_size=2), max_size=4))

    assert ask(address, parameters).status_code < 500


@pytest.mark.parametrize("address", FORMS)
@example
@given(data=st.data())
def test_no_form_makes_a_page_fail(address, data):
    names = st.sampled_from(FORMS[address]) | words
    fields = data.draw(st.dictionaries(names, st.lists(words, max_size=3), max_size=6))

    assert ask(address, fields, "POST").status_code < 500


@example
@given(folder=st.sampled_from(FOLDERS), rest=st.lists(words, max_size=3).map("/".join))
def test_no_path_makes_a_page_fail(folder, rest):
    assert Client().get(f"{folder}{quote(rest)}").status_code < 500


@example
@given(headers=st.dictionaries(st.sampled_from(HEADERS), header_words, max_size=4))
def test_no_header_makes_a_page_fail(headers):
    assert Client().get("/en/news/", headers=headers).status_code < 500


@example
@given(cookies=st.dictionaries(st.sampled_from(COOKIES), header_words, max_size=3))
def test_no_cookie_makes_a_page_fail(cookies):
    told = "; ".join(f"{name}={value}" for name, value in cookies.items())

    assert Client().get("/en/cookies/", headers={"Cookie": told}).status_code < 500
