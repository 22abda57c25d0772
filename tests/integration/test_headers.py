"""The headers of an answer: who may keep it, and what its page may do."""

import pytest
from django.test import Client

from coalition.demo.builders import build_admin, build_news_index, build_story, home_page
from tests import observatory

pytestmark = pytest.mark.django_db

FRONT_PAGES = ["/en/", "/fr/", "/ar/"]

# What production has, behind HTTPS.
SECURE = {
    "SECURE_HSTS_SECONDS": 63_072_000,
    "SESSION_COOKIE_NAME": "__Host-session",
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
}


@pytest.fixture
def behind_https(settings):
    for name, value in SECURE.items():
        setattr(settings, name, value)


@pytest.fixture
def staff():
    client = Client()
    client.force_login(build_admin())
    return client


def policy(answer):
    directives = answer["Content-Security-Policy"].split("; ")
    return dict(directive.split(" ", 1) for directive in directives)


@pytest.mark.parametrize("address", FRONT_PAGES)
def test_anyone_may_keep_a_public_page(visitor, address):
    answer = visitor.get(address)

    assert answer.status_code == 200
    assert answer["Cache-Control"] == (
        "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400"
    )
    assert "Vary" not in answer


@pytest.mark.parametrize("address", ["/", *FRONT_PAGES, "/en/search/", "/en/nowhere/", "/healthz"])
def test_a_visitor_gets_no_cookie(visitor, address):
    answer = visitor.get(address)

    assert not answer.cookies


@pytest.mark.parametrize("address", ["/", "/en/nowhere/", "/admin/login/", "/healthz"])
def test_nobody_keeps_what_is_no_public_page(visitor, address):
    assert "no-store" in visitor.get(address)["Cache-Control"]


def test_nobody_keeps_what_somebody_signed_in_saw(staff):
    assert staff.get("/en/")["Cache-Control"] == "private, no-store"


def test_nobody_keeps_the_answer_to_a_form(visitor):
    assert "no-store" in visitor.post("/en/")["Cache-Control"]


@pytest.mark.parametrize("address", [*FRONT_PAGES, "/en/search/", "/en/nowhere/"])
def test_the_observatory_gives_a_public_page_130(visitor, behind_https, address):
    assert observatory.score(visitor.get(address, secure=True)) >= 130


def test_the_observatory_gives_a_story_130(visitor, behind_https):
    story = build_story(build_news_index())

    assert observatory.score(visitor.get(story.url, secure=True)) >= 130


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/pages/"])
def test_the_observatory_gives_the_back_office_100(staff, behind_https, address):
    staff.force_login(build_admin(username="another"))

    assert observatory.score(staff.get(address, secure=True)) >= 100


@pytest.mark.parametrize("address", [*FRONT_PAGES, "/en/search/", "/en/nowhere/"])
def test_a_public_page_runs_only_our_own_files(visitor, address):
    sources = policy(visitor.get(address))

    assert sources["default-src"] == "'none'"
    assert sources["script-src"] == sources["style-src"] == "'self'"
    assert sources["frame-ancestors"] == "'none'"
    assert (sources["require-trusted-types-for"], sources["trusted-types"]) == (
        "'script'",
        "'none'",
    )


@pytest.mark.parametrize("address", ["/en/", "/admin/login/"])
def test_no_script_may_stand_in_a_page_itself(visitor, address):
    sources = policy(visitor.get(address))

    assert sources["script-src"] == "'self'"
    assert "unsafe-eval" not in str(sources)


def test_the_back_office_may_frame_itself_and_nobody_else_may(staff):
    sources = policy(staff.get("/admin/"))

    assert sources["frame-ancestors"] == sources["frame-src"] == "'self'"


def test_a_preview_is_as_strict_as_its_page_but_may_be_framed_by_us(staff):
    address = f"/admin/pages/{home_page().pk}/view_draft/"

    answer = staff.get(address)

    assert policy(answer)["frame-ancestors"] == "'self'"
    assert policy(answer)["script-src"] == "'self'"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize("address", ["/en/", "/en/nowhere/", "/admin/login/"])
def test_every_answer_carries_the_common_protections(visitor, address):
    answer = visitor.get(address)

    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


def test_a_feed_that_a_browser_has_stays_as_it_was_told(visitor):
    address = f"{build_news_index().url}feed/"
    known = visitor.get(address)

    answer = visitor.get(address, headers={"If-None-Match": known["ETag"]})

    assert "sandbox" in known["Content-Security-Policy"]
    assert answer.status_code == 304
    assert not {"Content-Security-Policy", "Permissions-Policy"} & answer.headers.keys()


@pytest.mark.parametrize(
    "header",
    ["X-Forwarded-Host", "X-Forwarded-Server", "X-Host", "X-Original-URL", "X-Rewrite-URL"],
)
def test_nobody_changes_a_page_by_telling_us_where_it_is(visitor, header):
    answer = visitor.get("/en/", headers={header: "/admin/evil.example"})

    assert answer.status_code == 200
    assert answer.content == visitor.get("/en/").content
    assert "evil.example" not in str(answer.headers)


@pytest.mark.parametrize("method", ["DELETE", "PUT"])
def test_nobody_changes_what_is_asked_by_a_header(visitor, method):
    answer = visitor.get("/en/", headers={"X-HTTP-Method-Override": method})

    assert answer.status_code == 200


@pytest.mark.parametrize("query", ["q=%00", "q=a%0bb", "%1f=x"])
def test_an_address_with_control_characters_is_refused(visitor, query):
    answer = visitor.get(f"/en/search/?{query}")

    assert answer.status_code == 400
    assert policy(answer)["default-src"] == "'none'"
