"""Whatever somebody sends to the back office who is not in it yet, nothing of ours fails."""

import json
from base64 import urlsafe_b64encode
from urllib.parse import quote

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.core.cache import cache
from django.test import Client
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition.demo.builders import build_user
from coalition.staff.invitations.links import invitation_of
from coalition.staff.roles import EDITOR
from tests.door import CODE, DOOR, ENROLMENT, give_app, type_password
from tests.properties.test_nonsense import words

pytestmark = pytest.mark.django_db

# What each form asks for.
FORMS = {
    DOOR: ["login", "password", "next", "remember"],
    CODE: ["code", "credential"],
    f"{DOOR}passkey/": ["credential"],
    f"{DOOR}again/": ["next"],
    "/admin/password_reset/": ["email"],
    "/admin/password_reset/confirm/{uid}/{token}/": ["new_password1", "new_password2"],
    "/admin/invitation/{link}/": ["new_password1", "new_password2", "passkey"],
    f"{ENROLMENT}app/": ["code"],
    f"{ENROLMENT}passkey/": ["name", "credential"],
    f"{ENROLMENT}codes/new/": ["anything"],
}
FOLDERS = [
    "/admin/invitation/",
    "/admin/password_reset/confirm/",
    "/admin/password_reset/confirm/MQ/",
    f"{ENROLMENT}passkey/",
]

encoded = st.binary(max_size=60).map(lambda them: urlsafe_b64encode(them).decode())
leaves = st.none() | st.booleans() | st.integers() | st.floats() | words | encoded
anything = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(words, inner))
client_data = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["webauthn.get", "webauthn.create"]) | anything,
        "challenge": encoded | anything,
        "origin": st.just("http://testserver") | anything,
    }
).map(lambda told: urlsafe_b64encode(json.dumps(told).encode()).decode())
# As browsers put it, with nonsense in one place or in all of them.
credentials = st.fixed_dictionaries(
    {"id": encoded | anything, "rawId": encoded | anything, "type": st.just("public-key")},
    optional={
        "authenticatorAttachment": anything,
        "clientExtensionResults": st.just({}) | anything,
        "response": anything
        | st.fixed_dictionaries(
            {"clientDataJSON": client_data | anything},
            optional={
                "attestationObject": encoded | anything,
                "authenticatorData": encoded | anything,
                "signature": encoded | anything,
                "userHandle": encoded | anything,
            },
        ),
    },
)
nonsense = words | (credentials | anything).map(json.dumps)

example = settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def person():
    return build_user(EDITOR, username="editor", email="editor@example.org")


@pytest.fixture
def guest():
    return build_user(EDITOR, username="guest", email="guest@example.org")


def nobody(person):
    return Client()


def newcomer(person):
    client = Client()
    type_password(client, person.username)
    return client


def half_way(person):
    """Whoever has typed a password, and owes the code of an app."""
    give_app(person)
    return newcomer(person)


def invite_again(guest):
    guest.set_unusable_password()
    guest.save()
    guest.authenticator_set.all().delete()
    return invitation_of(guest)


@pytest.mark.parametrize("come", [nobody, newcomer, half_way])
@pytest.mark.parametrize("address", FORMS)
@example
@given(data=st.data())
def test_no_form_at_the_door_makes_us_fail(person, guest, come, address, data):
    cache.clear()
    person.authenticator_set.all().delete()
    names = st.sampled_from(FORMS[address]) | words
    client = come(person)
    address = address.format(
        uid=urlsafe_base64_encode(force_bytes(person.pk)),
        token=default_token_generator.make_token(person),
        link=invite_again(guest),
    )
    fields = data.draw(st.dictionaries(names, st.lists(nonsense, max_size=2), max_size=4))

    # The form itself, and the challenge that a passkey answers.
    client.get(address, follow=True)
    answer = client.post(address, fields)

    assert answer.status_code < 500


@pytest.mark.parametrize("folder", FOLDERS)
@example
@given(rest=st.lists(words, max_size=3).map("/".join))
def test_no_path_at_the_door_makes_us_fail(folder, rest):
    assert Client().get(f"{folder}{quote(rest)}").status_code < 500
