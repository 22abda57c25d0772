"""What browsers refuse on our pages reaches administrators, and nobody can flood it."""

import json

import pytest
from django.test import Client

from coalition.demo.builders import build_admin
from coalition.violations import noting
from coalition.violations.models import Violation
from coalition.violations.views import LIMIT, MOST_BYTES

pytestmark = pytest.mark.django_db


def report(path="/en/", blocked="https://evil.example/steal.js"):
    told = {
        "document-uri": f"http://testserver{path}",
        "effective-directive": "script-src-elem",
        "blocked-uri": blocked,
    }
    return json.dumps({"csp-report": told})


def send(visitor, body):
    return visitor.post("/violations/", body, content_type="application/csp-report")


def test_what_is_told_twice_is_counted(visitor):
    for _ in range(2):
        answer = send(visitor, report())

    assert (answer.status_code, answer.content, dict(answer.cookies)) == (204, b"", {})
    (violation,) = Violation.objects.all()
    assert (violation.blocked, violation.path, violation.times) == (
        "https://evil.example",
        "/en/",
        2,
    )


def test_nobody_fills_the_table(visitor, monkeypatch):
    monkeypatch.setattr(noting, "MOST", 3)

    for number in range(5):
        send(visitor, report(path=f"/{number}/"))

    assert Violation.objects.count() == 3


def test_a_flood_silences_nobody_else(visitor, monkeypatch, caplog):
    monkeypatch.setattr(noting, "MOST", 3)
    for path in ["/often/", "/often/", *(f"/{number}/" for number in range(5))]:
        send(visitor, report(path=path))
    caplog.clear()

    send(Client(REMOTE_ADDR="203.0.113.5"), report(path="/real/"))

    assert {each.path for each in Violation.objects.all()} == {"/often/", "/4/", "/real/"}
    assert "/real/" in caplog.text
    assert "full" in caplog.text


def test_what_was_not_seen_for_long_makes_room(visitor, monkeypatch):
    monkeypatch.setattr(noting, "MOST", 1)
    send(visitor, report(path="/old/"))
    Violation.objects.update(last_day="2020-01-01")

    send(visitor, report(path="/new/"))

    assert [violation.path for violation in Violation.objects.all()] == ["/new/"]


def test_one_household_is_heard_so_often_and_no_more(visitor):
    answers = [send(visitor, report()) for _ in range(LIMIT.from_one_household + 1)]

    assert [answer.status_code for answer in answers[-2:]] == [204, 429]


def test_a_long_story_is_not_read(visitor):
    assert send(visitor, "x" * (MOST_BYTES + 1)).status_code == 413


def test_administrators_read_it_and_others_are_not_told(visitor):
    send(visitor, report())
    staff = Client()
    staff.force_login(build_admin())

    told = staff.get("/admin/reports/violations/")

    assert "https://evil.example" in told.text
    assert visitor.get("/admin/reports/violations/").status_code == 302


@pytest.mark.parametrize("address", ["/en/", "/admin/login/"])
def test_every_policy_says_where_to_tell(visitor, address):
    answer = visitor.get(address)

    assert "report-uri /violations/" in answer["Content-Security-Policy"]
    assert answer["Reporting-Endpoints"] == 'violations="/violations/"'
