"""Visitors who say what they agree to."""

import pytest
from cookie_consent.models import Cookie, CookieGroup

ORIGIN = {"HTTP_ORIGIN": "http://testserver"}


@pytest.fixture
def purposes():
    CookieGroup.objects.create(varname="necessary", name="Necessary", is_required=True)
    for key, cookie in [("embeds", "player"), ("statistics", "counter")]:
        group = CookieGroup.objects.create(varname=key, name=key.title())
        Cookie.objects.create(cookiegroup=group, name=cookie)


def choose(client, **data):
    return client.post("/en/cookies/", data, **ORIGIN)


def kept(client):
    return dict(pair.split("=", 1) for pair in client.cookies["cookie_consent"].value.split("|"))
