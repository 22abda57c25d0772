"""The headers of an answer: who may keep it, and what its page may do."""

import pytest
from django.test import Client

from coalition.demo.builders import build_admin, home_page

pytestmark = pytest.mark.django_db

FRONT_PAGES = ["/en/", "/fr/", "/ar/"]


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
    assert answer["Cache-Control"].startswith("public, max-age=60, s-maxage=300")
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
def test_a_public_page_runs_only_our_own_files(visitor, address):
    sources = policy(visitor.get(address))

    assert sources["default-src"] == "'none'"
    assert sources["script-src"] == sources["style-src"] == "'self'"
    assert sources["frame-ancestors"] == "'none'"


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


@pytest.mark.parametrize("query", ["q=%00", "q=a%0bb", "%1f=x"])
def test_an_address_with_control_characters_is_refused(visitor, query):
    answer = visitor.get(f"/en/search/?{query}")

    assert answer.status_code == 400
    assert policy(answer)["default-src"] == "'none'"
