"""The consent cookie: reads back what was written, and survives nonsense."""

import pytest
from cookie_consent.models import CookieGroup
from django.conf import settings as site_settings
from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition.consent.choice import forget_outdated, read_choice, write_choice
from coalition.consent.registry import version_of

pytestmark = pytest.mark.django_db

PURPOSES = ["embeds", "statistics", "maps"]
NAME = site_settings.COOKIE_CONSENT_NAME

example = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(autouse=True)
def registry():
    for key in PURPOSES:
        CookieGroup.objects.create(varname=key, name=key.title())


def request_with(cookie):
    request = RequestFactory().get("/")
    request.COOKIES[NAME] = cookie
    return request


@example
@given(accepted=st.sets(st.sampled_from(PURPOSES)))
def test_reads_back_what_was_written(accepted):
    response = HttpResponse()
    write_choice(response, accepted)

    request = request_with(response.cookies[NAME].value)

    assert read_choice(request) == {key: key in accepted for key in PURPOSES}
    forget_outdated(request)
    assert read_choice(request) == {key: key in accepted for key in PURPOSES}


@example
@given(cookie=st.text() | st.lists(st.text(alphabet='ab=|-1"embeds'), max_size=9).map("|".join))
def test_nonsense_is_no_yes(cookie):
    request = request_with(cookie)

    assert True not in read_choice(request).values()
    forget_outdated(request)
    assert True not in read_choice(request).values()


@given(
    content=st.dictionaries(st.text(), st.text() | st.lists(st.text()), min_size=1),
    other=st.text(),
)
def test_any_change_of_words_is_another_version(content, other):
    key = next(iter(content))
    changed = {**content, key: other}

    assert (version_of(changed) == version_of(content)) == (changed == content)
