"""What is no page is translated as pages are: menus, topics, notices, the site's own words."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from coalition.demo.builders import (
    build_admin,
    build_menu,
    build_promotion,
    build_site_texts,
    build_social_post,
    build_standard_page,
    build_topic,
    build_user,
    publish_row,
)
from coalition.pages.row_translation import RowTranslation
from coalition.releases.contents import add
from coalition.releases.models import Release
from coalition.releases.publishing import PublishAll
from coalition.releases.review import Approve, Submit
from coalition.sitewide.models import Menu, SiteTexts
from coalition.staff.roles import EDITOR, PUBLISHER
from news.models import Topic
from tests.reading import parsed, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def english():
    return build_menu(heading="Help", place=Menu.Place.FOOTER)


@pytest.fixture
def french(english):
    return build_menu("fr", heading="Aide", place=Menu.Place.FOOTER, translation_of=english)


@pytest.fixture
def publisher(client):
    client.force_login(build_user(PUBLISHER))
    return client


@pytest.fixture
def admin(client):
    client.force_login(build_admin())
    return client


def change(row, **fields):
    for name, value in fields.items():
        setattr(row, name, value)
    return publish_row(row)


def queue(client, **narrowed):
    answer = client.get(reverse("row_translations"), narrowed)
    rows = [[words(cell) for cell in row.select("td")] for row in parsed(answer).select("tbody tr")]
    return {row[0]: row[1:] for row in rows}


def editor_of(client, row):
    return parsed(client.get(reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])))


def translate(client, row, *languages):
    place = [row._meta.app_label, row._meta.model_name, row.pk]
    address = reverse("simple_translation:submit_snippet_translation", args=place)
    locales = Locale.objects.filter(language_code__in=languages)
    return client.post(address, {"locales": [locale.pk for locale in locales]})


def test_the_queue_says_what_each_language_lacks(publisher, english, french):
    draft = build_menu("ar", heading="Draft", place=Menu.Place.FOOTER, translation_of=english)
    draft.unpublish()
    change(english, heading="Help and contact")

    assert queue(publisher) == {
        "Footer: Help and contact": [
            "Menu",
            "Up to date",
            "Behind its source See what changed",
            "Draft",
        ]
    }


@pytest.mark.parametrize(
    ("narrowed", "titles"),
    [
        ({}, {"Footer: Help", "Health"}),
        ({"language": "fr"}, {"Health"}),
        ({"language": "ar", "state": "missing"}, {"Footer: Help", "Health"}),
        ({"state": "behind"}, set()),
    ],
)
def test_the_queue_can_be_narrowed(admin, french, narrowed, titles):
    build_topic("Health")

    assert {title for title in queue(admin, **narrowed) if "announc" not in title} >= titles
    assert not {"Footer: Help", "Health"} - titles & queue(admin, **narrowed).keys()


def test_what_others_wrote_waits_for_nobody(publisher):
    build_social_post("Neighbours first.")

    assert "Neighbours first." not in queue(publisher)


def test_the_queue_is_closed_to_those_who_may_change_nothing_in_it(client):
    client.force_login(build_user(EDITOR))

    assert client.get(reverse("row_translations")).status_code == 302


def test_the_queue_costs_the_same_with_twice_as_many_rows(publisher, django_assert_max_num_queries):
    def add_menus(*headings):
        for heading in headings:
            menu = build_menu(heading=heading)
            build_menu("fr", heading=f"{heading} fr", translation_of=menu)
            publish_row(menu)

    queue(publisher)
    add_menus("one")
    with django_assert_max_num_queries(100) as few:
        queue(publisher)
    add_menus("two", "three")
    with django_assert_max_num_queries(len(few)):
        queue(publisher)


def test_a_topic_is_behind_once_its_source_is_saved_anew(publisher):
    english = build_topic("Health")
    french = build_topic("Santé", language="fr", translation_of=english)
    english.name = "Health and hope"
    english.save()
    english.save_revision()

    assert RowTranslation.objects.of(french).get().is_behind(english)


def test_an_editor_sees_what_changed_and_says_that_it_is_translated(publisher, english, french):
    changed = change(english, heading="Help and contact")

    editor = editor_of(publisher, french)
    revisions = [english.live_revision_id, changed.live_revision_id]
    compare = reverse(
        "wagtailsnippets_sitewide_menu:revisions_compare", args=[english.pk, *revisions]
    )
    assert editor.select(f'.messages a[href="{compare}"]')
    assert publisher.get(compare).status_code == 200

    [button] = editor.select(".messages button")
    publisher.post(button["data-w-action-url-value"])
    assert not editor_of(publisher, french).select(".messages button")


def test_a_translation_that_readers_do_not_see_yet_is_not_up_to_date(publisher, english, french):
    changed = change(english, heading="Help and contact")
    french.heading = "Aide et contact"
    french.save_revision()

    publisher.post(reverse("mark_row_current", args=["sitewide", "menu", french.pk]))
    assert RowTranslation.objects.of(french).get().is_behind(changed)


def test_nobody_marks_what_they_may_not_change(client, english, french):
    client.force_login(build_user(EDITOR))
    changed = change(english, heading="Help and contact")

    client.post(reverse("mark_row_current", args=["sitewide", "menu", french.pk]))
    assert RowTranslation.objects.of(french).get().is_behind(changed)


def test_what_the_admin_copies_into_a_language_is_a_draft_that_knows_its_source(admin, english):
    translate(admin, english, "ar")

    arabic = Menu.objects.get(locale__language_code="ar")
    assert not arabic.live
    assert RowTranslation.objects.of(arabic).get().source == english


def test_what_others_wrote_is_copied_and_followed_by_nobody(admin):
    promotion = build_promotion(build_standard_page())

    assert translate(admin, promotion, "fr").status_code == 302
    assert not RowTranslation.objects.exists()


@pytest.mark.parametrize("model", [Topic, SiteTexts])
def test_a_language_that_has_it_already_is_refused_in_words(admin, model):
    build = build_topic if model is Topic else build_site_texts
    english = build()
    build(language="fr")

    answer = translate(admin, english, "fr", "ar")
    assert answer.status_code == 200
    assert "already" in words(parsed(answer).select_one(".messages"))
    assert model.objects.count() == 2


def test_a_topic_of_the_same_slug_is_refused_in_words(admin):
    build_topic("Health", slug="health")

    answer = admin.post(
        f"{reverse('wagtailsnippets_news_topic:add')}?locale=en",
        {"name": "Health again", "slug": "health"},
    )
    assert "This language has a topic of this slug already." in answer.content.decode()
    assert Topic.objects.count() == 1


def test_a_translation_whose_source_is_deleted_stands_by_itself(english, french):
    english.delete()

    assert not RowTranslation.objects.exists()
    assert Menu.objects.get().live


def test_source_and_translation_are_published_together(english, french):
    author, approver = build_admin(), build_admin(username="approver")
    release = Release.objects.create(title="Help", creator=author)
    for row in [french, english]:
        row.heading += "!"
        row.save_revision()
        add(release, row, author)
    Submit().take(release, author)
    Approve().take(release, approver)

    PublishAll().take(release, approver)
    english.refresh_from_db()
    french.refresh_from_db()
    assert (english.heading, french.heading) == ("Help!", "Aide\u202f!")
    assert not RowTranslation.objects.of(french).get().is_behind(english)
