"""What is translated, what is not, and what is older than its source."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, Page

from coalition.demo.builders import (
    build_admin,
    build_standard_page,
    build_user,
    home_page,
    publish_page,
)
from coalition.pages.translation import Translation
from coalition.releases.contents import add
from coalition.releases.models import Release
from coalition.releases.publishing import PublishAll
from coalition.releases.review import Approve, Submit
from coalition.staff.roles import EDITOR, PARTNER_MANAGER
from tests.reading import links, parsed, texts, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def english():
    return build_standard_page(title="Privacy")


@pytest.fixture
def french(english):
    return build_standard_page(home_page("fr"), title="Vie", translation_of=english)


def change(page, **fields):
    for name, value in fields.items():
        setattr(page, name, value)
    return publish_page(page)


def behind():
    return [translation.page.title for translation in Translation.objects.behind()]


def sign_in(client, role=EDITOR):
    client.force_login(build_user(role))


def test_a_translation_is_up_to_date_when_it_is_made(french):
    assert behind() == []


def test_a_translation_is_behind_once_its_source_is_published_anew(english, french):
    change(english, title="Privacy and you")

    assert behind() == ["Vie"]


def test_a_draft_of_the_source_puts_nothing_behind(english, french):
    english.title = "Not yet"
    english.save_revision()

    assert behind() == []


def test_a_translation_of_a_draft_is_up_to_date_when_that_draft_is_published():
    draft = build_standard_page(title="Privacy", live=False)
    build_standard_page(home_page("fr"), title="Vie", translation_of=draft)

    draft.latest_revision.publish()
    assert behind() == []


def test_a_source_that_is_taken_offline_puts_nothing_behind(english, french):
    change(english).unpublish()

    assert behind() == []


def test_a_translation_whose_source_is_deleted_stands_by_itself(client, english, french):
    change(english)
    english.delete()

    assert not Translation.objects.exists()
    assert client.get(french.url).status_code == 200


def test_what_the_admin_copies_into_a_language_knows_its_source(client, english):
    client.force_login(build_admin())

    address = reverse("simple_translation:submit_page_translation", args=[english.pk])
    client.post(address, {"locales": [Locale.objects.get(language_code="ar").pk]})

    translation = Translation.objects.get()
    assert translation.source_id == english.pk
    assert translation.page.locale.language_code == "ar"
    assert translation.revision == english.live_revision


def test_a_reader_is_told_that_a_translation_is_older(client, english, french):
    change(english)

    answer = client.get(french.url)
    [notice] = texts(answer, ".notice--language")
    assert "anglais" in notice
    assert english.url in links(answer, ".notice--language a").values()
    assert not texts(client.get(english.url), ".notice--language")


def test_a_reader_of_what_is_up_to_date_is_told_nothing(client, french):
    assert not texts(client.get(french.url), ".notice--language")


def test_an_editor_sees_what_changed_and_says_that_it_is_translated(client, english, french):
    changed = change(english)
    sign_in(client)

    editor = parsed(client.get(reverse("wagtailadmin_pages:edit", args=[french.pk])))
    revisions = [english.live_revision_id, changed.live_revision_id]
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[english.pk, *revisions])
    assert editor.select(f'.messages a[href="{compare}"]')

    [button] = editor.select(".messages button")
    client.post(button["data-w-action-url-value"])
    assert behind() == []


def test_a_translation_that_readers_do_not_see_yet_is_not_up_to_date(client, english, french):
    change(english)
    french.save_revision()
    sign_in(client)

    client.post(reverse("mark_current", args=[french.pk]))
    assert behind() == ["Vie"]


def test_nobody_but_an_editor_says_that_a_page_is_translated(client, english, french):
    change(english)
    sign_in(client, PARTNER_MANAGER)

    client.post(reverse("mark_current", args=[french.pk]))
    assert behind() == ["Vie"]


def test_source_and_translation_are_published_together(english, french):
    author, approver = build_admin(), build_admin(username="approver")
    release = Release.objects.create(title="Privacy", creator=author)
    for page in [french, english]:
        page.save_revision()
        add(release, Page.objects.get(pk=page.pk).specific, author)
    Submit().take(release, author)
    Approve().take(release, approver)

    PublishAll().take(release, approver)
    assert behind() == []
    assert Translation.objects.get().revision_id == Page.objects.get(pk=english.pk).live_revision_id


def test_a_page_goes_into_a_release_with_its_drafts_in_other_languages(client, english, french):
    for page in [english, french]:
        page.save_revision()
    sign_in(client)
    address = reverse("releases:add_row", args=["pages", "standardpage", english.pk])

    client.post(address, {"title": "Privacy", "with_translations": "on"})
    assert {row.pk for row in Release.objects.get().rows} == {english.pk, french.pk}


def test_a_page_goes_into_a_release_alone(client, english, french):
    french.save_revision()
    sign_in(client)
    address = reverse("releases:add_row", args=["pages", "standardpage", english.pk])

    client.post(address, {"title": "Privacy"})
    assert [row.pk for row in Release.objects.get().rows] == [english.pk]


def test_pages_of_one_slug_in_two_languages_are_two_pages(client, english):
    french = build_standard_page(home_page("fr"), title="Vie", slug=english.slug)

    assert english.slug == french.slug
    assert words(parsed(client.get(french.url)).h1) == "Vie"
    assert words(parsed(client.get(english.url)).h1) == "Privacy"


def test_a_title_in_two_directions_stands_apart_in_a_sentence_of_ours(client, english, french):
    mixed = "ISIS (داعش), 2020"
    change(english, title=mixed)
    sign_in(client)

    editor = parsed(client.get(reverse("wagtailadmin_pages:edit", args=[french.pk])))
    assert words(editor.select_one(".messages bdi")) == mixed
    assert words(parsed(client.get(english.url)).h1) == mixed


def test_other_words_for_a_picture_put_its_translation_behind(english, french):
    change(english, picture_alt="A street in Mosul")

    assert behind() == ["Vie"]


def test_french_is_shown_in_its_spaces(client):
    page = build_standard_page(
        home_page("fr"), title="Qui sommes-nous ?", slug="qui", teaser="<p>Lire : «Tout»</p>"
    )

    assert page.title == "Qui sommes-nous\u202f?"
    assert "Lire\u202f: «\u202fTout\u202f»" in client.get(page.url).content.decode()
