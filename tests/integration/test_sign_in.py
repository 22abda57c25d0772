"""The one door, and how long it lets people try."""

import re
from contextlib import ExitStack, contextmanager
from datetime import timedelta
from math import ceil

import pytest
from django.conf import settings
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core import signing
from django.core.exceptions import ImproperlyConfigured
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageViewRestriction

from coalition.delivery.limits import Limit
from coalition.delivery.store.response import TAGS
from coalition.demo.builders import build_admin, build_story, build_user
from coalition.staff.demo_mode import refuse_demo_in_public
from coalition.staff.models import Failures
from coalition.staff.roles import EDITOR
from coalition.staff.sign_in import known_devices
from coalition.staff.sign_in.crowd import PLACES, a_place
from coalition.staff.sign_in.patience import (
    LONGEST_WAIT,
    seconds_to_wait,
    tries_at_code,
    tries_at_password,
)
from tests.door import (
    DOOR,
    ENROLMENT,
    code_of,
    enrol,
    give_app,
    is_inside,
    type_code,
    type_password,
)

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r"\w{64}")


@pytest.fixture(autouse=True)
def no_time_passes(monkeypatch):
    """The first wait is of two seconds; a busy machine takes longer from one try to the next."""
    now = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: now)


@pytest.fixture
def editor():
    return build_user(EDITOR, username="editor")


def fail(client, times, username="editor", **extra):
    for _ in range(times):
        answer = type_password(client, username, "not the password", **extra)
    return answer


def headers_of(answer):
    """Without what tells of the address that was asked for."""
    return {name: value for name, value in answer.headers.items() if name != TAGS}


def shown(answer, username):
    """The page, without what is another one each time."""
    return TOKEN.sub("", answer.content.decode()).replace(username, "")


@pytest.mark.parametrize(
    "address",
    [
        "/en/_util/login/",
        "/admin/login/code/request/",
        "/admin/signup/",
        "/accounts/login/",
        "/accounts/signup/",
        "/admin/second-factor/trust/",
        "/api/v3/",
    ],
)
def test_there_is_no_other_door(visitor, address):
    answer = visitor.get(address, follow=True)

    assert answer.status_code == 404 or answer.request["PATH_INFO"] == DOOR


@pytest.fixture
def private_story():
    story = build_story(slug="private")
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    return story


def test_a_private_page_is_shown_to_staff(client, editor, private_story):
    client.force_login(editor)

    assert client.get(private_story.url).status_code == 200


@pytest.mark.parametrize("cookie", [None, "made-up"])
def test_a_private_page_is_not_there_for_others(private_story, cookie):
    def ask(address):
        stranger = Client()
        if cookie:
            stranger.cookies[settings.SESSION_COOKIE_NAME] = cookie
        return stranger.get(address)

    refused, missing = ask(private_story.url), ask("/en/news/nothing/")

    assert refused.status_code == missing.status_code == 404
    assert refused.content == missing.content.replace(b"/nothing/", b"/private/")
    assert headers_of(refused) == headers_of(missing)
    assert str(refused.cookies) == str(missing.cookies)


def test_a_password_and_a_code_open_the_door(visitor, editor):
    secret = give_app(editor)

    type_password(visitor, "editor")
    assert not is_inside(visitor)
    type_code(visitor, code_of(secret))

    assert is_inside(visitor)


def test_the_door_leads_to_where_somebody_wanted_to_go(visitor, editor):
    secret = give_app(editor)
    visitor.post(
        DOOR, {"login": "editor", "password": "a long password for tests", "next": "/admin/pages/"}
    )

    answer = type_code(visitor, code_of(secret))

    assert answer.headers["Location"] == "/admin/pages/"


def test_the_door_leads_to_no_other_site(visitor, editor):
    secret = give_app(editor)
    wanted = {"login": "editor", "password": "a long password for tests"}
    visitor.post(DOOR, {**wanted, "next": "https://evil.example/"})

    answer = type_code(visitor, code_of(secret))

    assert answer.headers["Location"] == "/admin/"


def test_another_site_cannot_sign_somebody_in(editor):
    answer = type_password(Client(enforce_csrf_checks=True), "editor")

    assert answer.status_code == 403


def test_says_the_same_of_an_unknown_name_and_a_wrong_password(visitor, editor):
    known = fail(visitor, 1)

    unknown = fail(visitor, 1, username="nobody")

    assert "do not belong together" in known.content.decode()
    assert shown(unknown, "nobody") == shown(known, "editor")


@pytest.mark.parametrize("username", ["editor", "nobody", "new"])
def test_works_as_hard_for_an_unknown_name(visitor, editor, monkeypatch, username):
    build_user(EDITOR, username="new", password=None)
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(
        MD5PasswordHasher, "encode", lambda *words: hashed.append(words) or encode(*words)
    )

    fail(visitor, 1, username=username)

    assert len(hashed) == 1


def test_who_keeps_failing_waits_even_with_the_right_password(visitor, editor):
    give_app(editor)
    fail(visitor, 5)

    answer = type_password(visitor, "editor")

    assert answer.status_code == 429
    assert "Try again in" in answer.content.decode()


def test_somebody_unknown_waits_alike(visitor):
    assert fail(visitor, 6, username="nobody").status_code == 429


def test_the_owner_comes_in_from_elsewhere_while_somebody_guesses(visitor, editor):
    secret = give_app(editor)
    fail(visitor, 6)

    owner = Client(REMOTE_ADDR="203.0.113.9")
    type_password(owner, "editor")
    type_code(owner, code_of(secret))

    assert is_inside(owner)


def test_the_owner_comes_in_from_the_same_office_with_a_browser_of_theirs(visitor, editor):
    secret = give_app(editor)
    owner = Client()
    type_password(owner, "editor")
    type_code(owner, code_of(secret))
    owner.post("/admin/logout/")
    fail(visitor, 6)

    type_password(owner, "editor")
    type_code(owner, code_of(secret, later=1))

    assert is_inside(owner)


def test_a_known_browser_is_known_for_its_owner_only(visitor, editor):
    build_admin()
    type_password(visitor, "editor")
    enrol(visitor)
    visitor.post("/admin/logout/")
    fail(Client(), 6, username="admin")

    assert type_password(visitor, "admin").status_code == 429


def test_one_household_does_not_try_all_names(visitor, editor):
    for number in range(20):
        fail(visitor, 1, username=f"nobody{number}")

    assert type_password(visitor, "editor").status_code == 429


def test_all_addresses_of_a_household_are_one_household(editor):
    for number in range(6):
        answer = fail(Client(REMOTE_ADDR=f"2001:db8:1:2::{number:x}"), 1)

    assert answer.status_code == 429


def from_household(number):
    """All of them one customer's."""
    return Client(REMOTE_ADDR=f"2001:db8:1:{number:x}::1")


def test_one_customer_has_no_more_tries_by_having_many_households(editor):
    for number in range(5):
        fail(from_household(number), 4)

    assert fail(from_household(5), 1).status_code == 429
    assert fail(Client(REMOTE_ADDR="2001:db8:2::1"), 1).status_code == 200


def test_nor_by_trying_another_name_each_time(editor):
    for number in range(80):
        fail(from_household(number // 16), 1, username=f"nobody{number}")

    assert fail(from_household(5), 1).status_code == 429


def test_an_owner_comes_in_from_the_same_neighbourhood_with_a_browser_of_theirs(editor):
    secret = give_app(editor)
    owner = from_household(9)
    type_password(owner, "editor")
    type_code(owner, code_of(secret))
    owner.post("/admin/logout/")
    for number in range(5):
        fail(from_household(number), 4)

    type_password(owner, "editor")
    type_code(owner, code_of(secret, later=1))

    assert is_inside(owner)


def asked_from(address, cookies=()):
    request = RequestFactory().get(DOOR, REMOTE_ADDR=address)
    request.COOKIES.update(cookies)
    return request


def fail_patiently(tries, times):
    """As somebody who always waits as long as they are told to."""
    for _ in range(times):
        for one in tries:
            one.failed()


def test_one_household_alone_shuts_out_none_of_its_neighbours():
    fail_patiently(tries_at_password(asked_from("203.0.113.7"), "editor"), 200)

    assert seconds_to_wait(tries_at_password(asked_from("203.0.113.7"), "editor"))
    assert not seconds_to_wait(tries_at_password(asked_from("203.0.113.8"), "editor"))


def test_all_households_of_one_customer_wait_together_however_patient(editor):
    households = [
        tries_at_password(asked_from(f"2001:db8:1:{number:x}::1"), "editor") for number in range(8)
    ]
    for tries in households:
        fail_patiently(tries, 5)
    Failures.objects.update(last_at=timezone.now() - timedelta(hours=1))
    fail_patiently(households[0], 1)

    assert all(seconds_to_wait(tries) > 800 for tries in households)


def test_what_went_well_is_not_held_against_the_neighbours(visitor, editor):
    for number in range(50):
        type_password(from_household(number), "editor")

    assert type_password(from_household(50), "editor").status_code == 302


def made_up_browser(person, number):
    """As whoever has the site's secret makes one."""
    name = signing.dumps([person.get_username(), f"made up {number}"], salt=known_devices.SALT)
    client = Client(REMOTE_ADDR=f"203.0.113.{number}")
    client.cookies[settings.KNOWN_DEVICE_COOKIE_NAME] = name
    return client


def test_made_up_browsers_have_no_tries_without_end_at_a_password(visitor, editor):
    for number in range(50):
        fail(made_up_browser(editor, number), 1)

    assert fail(made_up_browser(editor, 50), 1).status_code == 429
    assert type_password(visitor, "editor").status_code == 302


def test_nor_at_a_code(editor):
    secret = give_app(editor)
    for number in range(51):
        guesser = made_up_browser(editor, number)
        type_password(guesser, "editor")
        answer = type_code(guesser, "000000")

    assert answer.status_code == 429
    Failures.objects.update(last_at=timezone.now() - timedelta(seconds=LONGEST_WAIT))
    type_code(guesser, code_of(secret))
    assert is_inside(guesser)


@pytest.mark.parametrize("what", ["password", "code"])
def test_one_browser_alone_makes_no_other_wait(editor, what):
    def tries_of(number):
        cookies = {
            name: cookie.value for name, cookie in made_up_browser(editor, number).cookies.items()
        }
        request = asked_from("203.0.113.7", cookies)
        if what == "code":
            return tries_at_code(request, editor)
        return tries_at_password(request, editor.username)

    fail_patiently(tries_of(1), 200)

    assert seconds_to_wait(tries_of(1))
    assert not seconds_to_wait(tries_of(2))


def test_colleagues_behind_one_address_do_not_add_up(visitor, editor):
    for _ in range(25):
        answer = type_password(Client(), "editor")

    assert answer.headers["Location"] == "/admin/"


def test_guessing_codes_takes_ever_longer_from_wherever(editor):
    give_app(editor)
    for number in range(6):
        guesser = Client(REMOTE_ADDR=f"203.0.113.{number}")
        type_password(guesser, "editor")
        answer = type_code(guesser, "000000")

    assert answer.status_code == 429


@contextmanager
def crowd():
    """As many strangers as are heard at a time."""
    with ExitStack() as strangers:
        for _ in range(PLACES):
            strangers.enter_context(a_place())
        yield


def test_a_crowd_is_asked_to_come_back(visitor, editor):
    with crowd():
        answer = type_password(visitor, "editor")

    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert type_password(visitor, "editor").status_code == 302


@pytest.mark.parametrize(("username", "status"), [("editor", 302), ("admin", 503)])
def test_a_crowd_does_not_keep_an_owner_from_a_browser_of_theirs(visitor, editor, username, status):
    build_admin()
    type_password(visitor, "editor")
    enrol(visitor)
    visitor.post("/admin/logout/")

    with crowd():
        answer = type_password(visitor, username)

    assert answer.status_code == status


@pytest.mark.parametrize(
    ("limit", "ask"),
    [
        ("PASSKEY_CHALLENGES", lambda visitor: visitor.get(reverse("mfa_login_webauthn"))),
        (
            "PASSWORD_LETTERS",
            lambda visitor: visitor.post(
                reverse("wagtailadmin_password_reset"), {"email": "editor@example.org"}
            ),
        ),
    ],
)
def test_who_asks_too_often_is_no_crowd(visitor, monkeypatch, limit, ask):
    nothing_left = Limit("nothing", 60 * 60, from_one_household=0, from_everybody=0)
    monkeypatch.setattr(f"coalition.staff.sign_in.views.{limit}", nothing_left)
    ask(visitor)

    answer = ask(visitor)

    assert answer.status_code == 429
    minutes = ceil(int(answer.headers["Retry-After"]) / 60)
    assert 0 < minutes <= 60
    assert f"Try again in {minutes} minute" in answer.content.decode()
    assert "One moment, please" in answer.content.decode()


def test_the_demo_may_do_without_a_second_factor(visitor, editor, settings):
    settings.DEMO_WITHOUT_SECOND_FACTOR = True

    type_password(visitor, "editor")

    assert is_inside(visitor)


@pytest.mark.parametrize(
    ("site", "hosts"),
    [
        ("coalition.example", ["coalition.example"]),
        ("127.0.0.1", ["127.0.0.1", "coalition.example"]),
        ("localhost", ["*"]),
    ],
)
def test_no_public_site_does_without_a_second_factor(settings, site, hosts):
    settings.DEMO_WITHOUT_SECOND_FACTOR = True
    settings.SITE_HOST, settings.ALLOWED_HOSTS = site, hosts

    with pytest.raises(ImproperlyConfigured, match="by a password alone"):
        refuse_demo_in_public()


def test_a_visitor_with_half_a_session_is_nobody_on_public_pages(visitor, editor):
    story = build_story()
    PageViewRestriction.objects.create(page=story, restriction_type=PageViewRestriction.LOGIN)
    type_password(visitor, "editor")

    assert visitor.get(story.url).status_code == 404
    enrol(visitor)

    assert visitor.get(story.url).status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/admin/",
        "/admin/account/",
        "/admin/pages/1/",
        "/admin/users/",
        "/admin/sessions/",
        "/admin/images/",
        "/admin/api/main/pages/",
        "/admin/reports/site-history/",
    ],
)
def test_a_password_alone_leads_to_enrolment_and_nowhere_else(visitor, editor, address):
    type_password(visitor, "editor")

    answer = visitor.get(address, follow=True)

    assert answer.redirect_chain[-1][0] == ENROLMENT
