"""Purposes and cookies are the library's rows, and are edited like all our texts."""

import pytest
from cookie_consent.cache import all_cookie_groups
from cookie_consent.models import CookieGroup
from django.urls import reverse

from coalition.consent.models import ConsentTexts, CookieEntry, PurposeEntry, PurposeTexts
from coalition.consent.registry import versions
from coalition.demo.builders import build_admin
from coalition.demo.builders.rows import keep_row, locale
from tests.reading import parsed, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def films():
    purpose = PurposeEntry.objects.create(varname="films", name="Films", description="From afar.")
    purpose.save_revision()
    return purpose


@pytest.fixture
def player(films):
    return CookieEntry.objects.create(cookiegroup=films, name="player", description="Counts.")


@pytest.fixture
def admin(client):
    client.force_login(build_admin())
    return client


def address(entry, view, *more):
    return reverse(entry.snippet_viewset.get_url_name(view), args=[entry.pk, *more])


def form(**fields):
    return {"varname": "films", "ordering": 0, "name": "Films", "is_deletable": "on"} | fields


def save(client, entry, **fields):
    return client.post(address(entry, "edit"), form(**fields))


def test_what_an_editor_saves_is_what_the_library_reads(admin, films):
    before = versions()["films"]

    save(admin, films, description="From a platform.")

    assert all_cookie_groups()["films"].description == "From a platform."
    assert versions()["films"] != before


def test_what_it_said_before_is_kept_compared_and_brought_back(admin, films):
    first = films.latest_revision
    save(admin, films, description="From a platform.")
    films.refresh_from_db()

    compared = admin.get(address(films, "revisions_compare", first.pk, films.latest_revision.pk))
    assert words(parsed(compared).select_one(".addition")) == "a platform."

    save(admin, films, description="From afar.", revision=first.pk)
    assert CookieGroup.objects.get().description == "From afar."
    assert films.revisions.count() == 3


@pytest.mark.parametrize(("language", "allow"), [("en", "Allow"), ("fr", "Autoriser")])
def test_a_purpose_is_previewed_before_it_is_saved(admin, films, player, language, allow):
    preview = f"{address(films, 'preview_on_edit')}?mode={language}"
    admin.post(preview, form(description="Not saved yet."))

    shown = parsed(admin.get(preview))
    assert shown.html["lang"] == language
    assert "Not saved yet." in words(shown.main)
    assert "player" in words(shown.main)
    assert allow in words(shown.main)
    assert CookieGroup.objects.get().description == "From afar."


def test_a_cookie_is_previewed_in_its_purpose(admin, films, player):
    labels = dict.fromkeys(["title", "text", "accept_label", "reject_label", "choose_label"], "mot")
    french = ConsentTexts(locale=locale("fr"), **labels)
    french.purposes = [PurposeTexts(group=films, name="Vidéos", description="D’ailleurs.")]
    keep_row(french)
    preview = f"{address(player, 'preview_on_edit')}?mode=fr"

    admin.post(preview, {"cookiegroup": films.pk, "name": "counter", "path": "/"})
    assert "Vidéos" in words(parsed(admin.get(preview)).main)
    assert "counter" in words(parsed(admin.get(preview)).table)


def test_a_purpose_that_is_deleted_is_gone_for_the_library_too(admin, films, player):
    admin.post(address(films, "delete"))

    assert not CookieGroup.objects.exists()
    assert not all_cookie_groups()
