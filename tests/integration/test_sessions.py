"""Where somebody is signed in, for how long, and how it ends."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.test import Client
from django.utils import timezone

from coalition.demo.builders import build_admin, build_user
from coalition.demo.builders.people import PASSWORD
from coalition.staff.models import StaffSession
from coalition.staff.roles import EDITOR
from coalition.staff.sessions.store import SEEN_AT, STARTED_AT
from tests.door import is_inside

pytestmark = pytest.mark.django_db

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SESSIONS = "/admin/sessions/"


@pytest.fixture
def editor():
    return build_user(EDITOR, username="editor")


@pytest.fixture
def at_work(editor):
    return signed_in(editor)


def signed_in(person, **about):
    """A browser of theirs, which has looked at the back office."""
    client = Client(**about)
    client.force_login(person)
    client.get("/admin/")
    return client


def long_ago(client, name, **ago):
    """Move a moment of the session into the past."""
    session = client.session
    session[name] -= timedelta(**ago).total_seconds()
    session.save()


def test_people_see_where_they_are_signed_in(at_work, editor):
    signed_in(editor, HTTP_USER_AGENT=FIREFOX)

    page = at_work.get(SESSIONS).content.decode()

    assert "Firefox, Windows" in page
    assert page.count("This browser") == 1


def test_nobody_sees_the_sessions_of_others(at_work):
    signed_in(build_admin(), HTTP_USER_AGENT=FIREFOX)

    assert "Firefox" not in at_work.get(SESSIONS).content.decode()


def test_no_page_gives_a_key_away(at_work):
    assert at_work.session.session_key not in at_work.get(SESSIONS).content.decode()


def test_one_signs_another_browser_out(at_work, editor):
    other = signed_in(editor)
    name = StaffSession.objects.get(pk=other.session.session_key).public_name

    at_work.post(f"{SESSIONS}{name}/end/")

    assert not is_inside(other)
    assert is_inside(at_work)


def test_nobody_signs_others_out(at_work):
    admin = signed_in(build_admin())
    name = StaffSession.objects.get(pk=admin.session.session_key).public_name

    assert at_work.post(f"{SESSIONS}{name}/end/").status_code == 404
    assert is_inside(admin)


def test_one_signs_out_everywhere(at_work, editor):
    other = signed_in(editor)
    stranger = signed_in(build_admin())

    at_work.post(f"{SESSIONS}end/")

    assert not is_inside(at_work)
    assert not is_inside(other)
    assert is_inside(stranger)


def test_all_others_end_when_the_password_changes(at_work, editor):
    other = signed_in(editor)
    words = {
        "old_password": PASSWORD,
        "new_password1": "another long one",
        "new_password2": "another long one",
    }
    profile = {
        "name_email-first_name": "E",
        "name_email-last_name": "D",
        "name_email-email": "e@example.org",
    }
    others = {
        "locale-preferred_language": "en",
        "locale-current_time_zone": "UTC",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
    }

    answer = at_work.post(
        "/admin/account/",
        {f"password-{name}": word for name, word in words.items()} | profile | others,
    )

    assert answer.status_code == 302
    assert not is_inside(other)
    assert is_inside(at_work)


def test_a_session_ends_half_an_hour_after_somebody_was_seen(at_work):
    long_ago(at_work, SEEN_AT, minutes=31)

    assert not is_inside(at_work)


def test_a_session_goes_on_while_somebody_works(at_work):
    long_ago(at_work, SEEN_AT, minutes=29)
    at_work.get("/admin/")

    expires = StaffSession.objects.get(pk=at_work.session.session_key).expire_date

    assert expires > timezone.now() + timedelta(minutes=29)


def test_a_session_ends_after_eight_hours_of_work(at_work):
    long_ago(at_work, STARTED_AT, hours=8, seconds=1)

    assert not is_inside(at_work)


def test_who_loses_the_database_is_not_told_that_the_address_is_wrong(at_work, monkeypatch):
    def fail(*arguments, **options):
        raise OperationalError("the connection is lost")

    long_ago(at_work, SEEN_AT, minutes=29)
    monkeypatch.setattr(StaffSession, "save", fail)
    at_work.raise_request_exception = False

    assert at_work.get("/admin/").status_code == 503


def test_a_page_that_asks_by_itself_is_nobody_at_work(at_work):
    long_ago(at_work, SEEN_AT, minutes=20)

    at_work.post("/admin/editing-sessions/1/")

    assert StaffSession.objects.get().seen_at < timezone.now() - timedelta(minutes=19)


def left_of(client, way="left"):
    return client.get(f"{SESSIONS}{way}/", headers={"X-Requested-With": "XMLHttpRequest"})


def test_a_page_asks_how_long_its_session_lasts_and_is_nobody_at_work(at_work):
    long_ago(at_work, SEEN_AT, minutes=20)

    left = left_of(at_work).json()

    assert 590 < left["idle"] <= 600
    assert StaffSession.objects.get().seen_at < timezone.now() - timedelta(minutes=19)


def test_who_stays_is_at_work(at_work):
    long_ago(at_work, SEEN_AT, minutes=29)

    assert left_of(at_work, "go-on").json()["idle"] > 1790
    assert left_of(at_work).json()["idle"] > 1790


def test_nobody_stays_longer_than_eight_hours(at_work):
    long_ago(at_work, STARTED_AT, hours=7, minutes=55)

    assert 290 < left_of(at_work, "go-on").json()["longest"] <= 300


@pytest.mark.parametrize("way", ["left", "go-on"])
def test_strangers_are_told_nothing_of_it(visitor, way):
    answer = left_of(visitor, way)

    assert answer.status_code == 403
    assert "idle" not in answer.content.decode()
    assert not StaffSession.objects.exists()


@pytest.mark.parametrize("way", ["left", "go-on"])
def test_what_has_ended_does_not_go_on(at_work, way):
    long_ago(at_work, SEEN_AT, minutes=31)

    assert left_of(at_work, way).status_code == 403
    assert not is_inside(at_work)


@pytest.mark.parametrize(("address", "is_warned"), [("/admin/", True), ("/admin/login/", False)])
def test_only_who_is_inside_is_warned_of_the_end(at_work, visitor, address, is_warned):
    page = (at_work if is_warned else visitor).get(address).content.decode()

    assert ('data-idle="1800"' in page or 'data-idle="1799"' in page) == is_warned


def test_working_writes_a_note_a_minute_at_most(at_work, django_assert_num_queries):
    before = StaffSession.objects.get().seen_at

    at_work.get("/admin/")

    assert StaffSession.objects.get().seen_at == before


def test_the_clock_forgets_what_is_over(at_work):
    StaffSession.objects.update(expire_date=timezone.now() - timedelta(seconds=1))

    call_command("tend_staff")

    assert not StaffSession.objects.exists()


def test_the_cookie_ends_with_the_browser(at_work):
    assert at_work.cookies["session"]["max-age"] == ""
