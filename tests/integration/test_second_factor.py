"""The second factor: made by oneself, shown in every session, used once."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from coalition.demo.builders import build_user
from coalition.staff.roles import EDITOR
from coalition.staff.second_factor.replays import is_first_use
from tests.door import (
    CODE,
    ENROLMENT,
    app_of,
    code_of,
    enrol,
    give_app,
    give_recovery_codes,
    is_inside,
    type_code,
    type_password,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    return build_user(EDITOR, username="editor", email="editor@example.org")


@pytest.fixture
def newcomer(visitor, editor):
    """Somebody who has shown a password and has no second factor yet."""
    type_password(visitor, "editor")
    return visitor


def test_enrolment_shows_a_picture_and_a_key(newcomer):
    page = newcomer.get(f"{ENROLMENT}app/").content.decode()

    assert 'src="data:image/svg+xml;base64,' in page
    assert newcomer.session["mfa.totp.secret"] in page


def test_enrolment_leads_to_recovery_codes_and_in(newcomer, editor):
    codes = newcomer.get(enrol(newcomer).headers["Location"]).content.decode()

    assert all(code in codes for code in recovery_codes_of(editor))
    assert is_inside(newcomer)


def test_a_wrong_code_enrols_nobody(newcomer, editor):
    newcomer.get(f"{ENROLMENT}app/")

    newcomer.post(f"{ENROLMENT}app/", {"code": "000000"})

    assert not Authenticator.objects.filter(user=editor).exists()
    assert not is_inside(newcomer)


def test_recovery_codes_can_be_saved_as_a_file(newcomer, editor):
    enrol(newcomer)

    answer = newcomer.get(f"{ENROLMENT}codes/file/")

    assert answer.headers["Content-Disposition"] == 'attachment; filename="recovery-codes.txt"'
    assert all(code in answer.content.decode() for code in recovery_codes_of(editor))


def test_the_key_that_somebody_had_before_is_worth_nothing_afterwards(newcomer):
    stolen = newcomer.cookies["session"].value

    enrol(newcomer)

    thief = Client()
    thief.cookies["session"] = stolen
    assert not is_inside(thief)


def test_a_password_alone_enrols_nobody_a_second_time(newcomer, editor):
    give_app(editor)

    newcomer.get(f"{ENROLMENT}app/")
    newcomer.get(f"{ENROLMENT}passkey/")

    assert "mfa.totp.secret" not in newcomer.session
    assert "mfa.webauthn.state" not in newcomer.session


@pytest.mark.parametrize("address", ["", "app/remove/", "codes/", "codes/file/", "codes/new/"])
def test_a_password_alone_sees_nothing_of_the_second_factor(newcomer, editor, address):
    give_app(editor)
    codes = give_recovery_codes(editor)

    answer = newcomer.get(f"{ENROLMENT}{address}", follow=True)

    assert not any(code in answer.content.decode() for code in codes)
    assert answer.request["PATH_INFO"] == "/admin/login/"


def test_nobody_types_a_code_before_a_password(visitor, editor):
    secret = give_app(editor)

    type_code(visitor, code_of(secret))

    assert not is_inside(visitor)


def test_a_code_opens_the_door_once(editor):
    secret = give_app(editor)
    code = code_of(secret)
    first, second = Client(), Client()
    for client in (first, second):
        type_password(client, "editor")
        type_code(client, code)

    assert is_inside(first)
    assert not is_inside(second)


def test_no_older_code_opens_the_door_after_a_newer_one(editor):
    secret = give_app(editor)
    first, second = Client(), Client()
    for client, later in ((first, 1), (second, 0)):
        type_password(client, "editor")
        type_code(client, code_of(secret, later))

    assert is_inside(first)
    assert not is_inside(second)


def test_the_code_of_enrolment_opens_no_door(newcomer, editor):
    enrol(newcomer)
    thief = Client()
    type_password(thief, "editor")

    type_code(thief, code_of(app_of(editor)))

    assert not is_inside(thief)


def test_of_two_who_send_a_code_at_once_one_comes_in(editor):
    code = code_of(give_app(editor))
    # As two requests have them, both before either is answered.
    first, second = Authenticator.objects.get(), Authenticator.objects.get()

    assert is_first_use(first, code)
    assert not is_first_use(second, code)


def test_a_used_code_stays_used_when_the_use_is_noted(editor):
    code = code_of(give_app(editor))
    app = Authenticator.objects.get()
    is_first_use(app, code)

    app.record_usage()

    assert not is_first_use(Authenticator.objects.get(), code)


def test_a_recovery_code_opens_the_door_once(editor):
    give_app(editor)
    code = give_recovery_codes(editor)[0]
    first, second = Client(), Client()
    for client in (first, second):
        type_password(client, "editor")
        type_code(client, code)

    assert is_inside(first)
    assert not is_inside(second)


def test_a_code_of_somebody_else_opens_no_door(visitor, editor):
    give_app(editor)
    other = give_app(build_user(EDITOR, username="other"))
    type_password(visitor, "editor")

    type_code(visitor, code_of(other))

    assert not is_inside(visitor)


def test_the_database_alone_tells_no_secret(newcomer, editor):
    enrol(newcomer)

    kept = str(list(Authenticator.objects.values_list("data", flat=True)))

    assert app_of(editor) not in kept
    assert not any(code in kept for code in recovery_codes_of(editor))


def test_nobody_takes_away_their_last_key(newcomer):
    enrol(newcomer)

    assert newcomer.post(f"{ENROLMENT}app/remove/").status_code == 403


def test_nobody_takes_away_the_keys_of_others(newcomer):
    enrol(newcomer)
    other = build_user(EDITOR, username="other")
    keys = [
        Authenticator.objects.create(user=other, type="webauthn", data={"name": "key"})
        for _ in range(2)
    ]

    newcomer.post(f"{ENROLMENT}passkey/{keys[0].pk}/remove/")

    assert Authenticator.objects.filter(user=other).count() == 2


def test_who_signed_in_long_ago_shows_both_again_before_changing_keys(newcomer):
    enrol(newcomer)
    session = newcomer.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 16 * 60
    session.save()

    answer = newcomer.get(f"{ENROLMENT}codes/")

    assert answer.headers["Location"].startswith("/admin/login/again/")


@pytest.mark.parametrize(
    "credential",
    [
        *("", "[]", "null", "{}", '"a"', '{"id": 1}', '{"response": {"userHandle": "!"}}'),
        *(r'{"id": "\ud800"}', r'"\ud800"', "NaN", "1e999"),
        *(
            pytest.param(credential, id=name)
            for name, credential in {
                "a long number": "1" * 6000,
                "brackets": "[" * 100_000,
                "deep": "[" * 500 + "]" * 500,
                "deeper": "[" * 900 + "]" * 900,
            }.items()
        ),
    ],
)
@pytest.mark.parametrize("address", ["/admin/login/passkey/", f"{ENROLMENT}passkey/"])
def test_what_no_browser_says_is_refused(newcomer, address, credential):
    newcomer.get(f"{ENROLMENT}passkey/")

    answer = newcomer.post(address, {"credential": credential})

    assert answer.status_code in (200, 302)
    assert not is_inside(newcomer)


def test_somebody_may_start_over_at_the_code(visitor, editor):
    give_app(editor)
    type_password(visitor, "editor")

    visitor.post("/admin/login/again/")

    assert visitor.get(CODE).headers["Location"] == "/admin/login/"


def recovery_codes_of(person):
    return Authenticator.objects.get(user=person, type="recovery_codes").wrap().get_unused_codes()
