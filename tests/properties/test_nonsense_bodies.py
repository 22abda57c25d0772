"""Whatever somebody sends to a form, and whatever they call it, nothing of ours fails."""

import pytest
from django.core.cache import cache
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition.violations.models import Violation
from coalition.violations.views import MOST_AT_ONCE
from coalition.wsgi import application
from tests.stored import connection_stays_open  # noqa: F401 - a fixture.

pytestmark = pytest.mark.django_db

FORMS = ["/en/contact/send/", "/en/cookies/", "/en/genuine/", "/violations/"]
KINDS = [
    "application/csp-report",
    "application/json",
    "application/reports+json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "nonsense",
]
BODIES = [
    b"[" * 9_000,
    b'{"csp-report": ' * 2_000,
    b'{"csp-report": 1}',
    b'{"csp-report": {}, "csp-report": []}',
    b'{"csp-report": {"blocked-uri": NaN, "document-uri": 1e999}}',
    b"9" * 9_000,
    b"\xff\xfe[\x00",
    b'[{"body": {"effectiveDirective": "script-src", "blockedURL": "\\ud800",'
    b' "documentURL": "http://testserver/\\ud800\\u0000"}}]',
    b"subject=press&subject=&name=" + b"%F0%9F" * 999,
    b"--x\r\nContent-Disposition: form-data; name=text\r\n\r\n\xff\x00\r\n--x--",
]
# Python knows them, and some are no ways to write text.
CHARSETS = ["hex", "idna", "undefined", "utf-7"]


@pytest.mark.parametrize("address", FORMS)
@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(body=st.sampled_from(BODIES) | st.binary(max_size=200), kind=st.sampled_from(KINDS))
def test_no_body_makes_us_fail(address, body, kind):
    cache.clear()

    answer = Client().post(
        address, body, content_type=kind, headers={"Origin": "http://testserver"}
    )

    assert answer.status_code < 500
    assert Violation.objects.count() <= MOST_AT_ONCE


@pytest.mark.usefixtures("connection_stays_open")
@pytest.mark.parametrize("charset", CHARSETS)
def test_no_way_to_write_text_makes_us_fail(rf, charset):
    asked = rf.get("/en/search/?q=%C3").environ | {"HTTP_HOST": "testserver"}
    asked["CONTENT_TYPE"] = f"text/plain; charset={charset}"
    said = []

    application(asked, lambda status, headers, exc_info=None: said.append(status))

    assert said == ["200 OK"]
