"""Each published advisory on Wagtail that touches what we use, tried on our own site.

https://github.com/wagtail/wagtail/security/advisories, all thirty of them until November 2026.
"""

import json
import time

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import NoReverseMatch, reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.images.forms import get_image_form
from wagtail.models import GroupPagePermission, Page
from wagtail.search.utils import parse_query_string

from coalition.demo.builders import (
    build_admin,
    build_closed_shelf,
    build_document,
    build_news_index,
    build_picture,
    build_standard_page,
    build_story,
    build_topic,
    build_user,
    home_page,
    publish_page,
)
from coalition.demo.builders.media import plain_jpeg
from coalition.media.models import Picture
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER
from tests.commenting import build_comment, known_comment, replies, save_comments

pytestmark = pytest.mark.django_db

CANARY = "Canary"
SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def story():
    return build_story(title=CANARY, live=False)


@pytest.fixture
def manager(client):
    """Somebody who may write no page at all."""
    client.force_login(build_user(PARTNER_MANAGER))
    return client


@pytest.fixture
def neighbour(client):
    """Somebody who writes, publishes and translates, in French alone."""
    group = Group.objects.create(name="French")
    group.permissions.set(
        Permission.objects.filter(codename__in=["access_admin", "submit_translation", "add_topic"])
    )
    for right in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(codename=right)
        GroupPagePermission.objects.create(group=group, page=home_page("fr"), permission=permission)
    user = build_user(PARTNER_MANAGER, username="neighbour")
    user.groups.set([group])
    client.force_login(user)
    return client


@pytest.fixture
def administrator(client):
    client.force_login(build_admin())
    return client


def refuses(answer):
    """Sent away, and without a word of what was asked for."""
    sent_home = answer.status_code == 302 and answer["Location"] in ("/admin/", "/admin/login/")
    return (sent_home or answer.status_code in (403, 404)) and CANARY.encode() not in answer.content


def page_address(name, *arguments):
    return reverse(f"wagtailadmin_pages:{name}", args=arguments)


def test_cve_2020_11001_a_comparison_of_versions_runs_no_script(administrator):
    page = build_standard_page(title="First")
    page.title = SCRIPT
    page = publish_page(page)

    answer = administrator.get(page_address("revisions_compare", page.pk, "earliest", "latest"))

    assert SCRIPT not in answer.content.decode()


def test_cve_2020_11037_no_page_has_a_password():
    assert settings.WAGTAIL_PRIVATE_PAGE_OPTIONS == {"SHARED_PASSWORD": False}
    assert settings.WAGTAILDOCS_PRIVATE_COLLECTION_OPTIONS == {"SHARED_PASSWORD": False}


@pytest.mark.parametrize(
    "app",
    [
        pytest.param("wagtail.contrib.forms", id="CVE-2020-15118 and CVE-2026-44199"),
        pytest.param("wagtail.contrib.modeladmin", id="CVE-2023-28836"),
        pytest.param("wagtail.contrib.settings", id="CVE-2024-32882 and CVE-2024-35228"),
        pytest.param("wagtail.contrib.table_block", id="CVE-2026-28222"),
    ],
)
def test_what_others_fell_by_is_not_installed(app):
    assert not apps.is_installed(app)


def test_cve_2021_29434_a_link_in_prose_runs_no_script():
    block = {"key": "a", "text": "here", "type": "unstyled", "depth": 0, "inlineStyleRanges": []}
    block["entityRanges"] = [{"key": 0, "offset": 0, "length": 4}]
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}
    content = json.dumps({"blocks": [block], "entityMap": {"0": link}})

    html = ContentstateConverter(features=["link"]).to_database_format(content)

    assert "javascript" not in html


def test_cve_2021_32681_blocks_run_no_script(visitor):
    story = build_story(title="A story", body=[("heading", SCRIPT), ("text", "<p>Words</p>")])

    assert SCRIPT not in visitor.get(story.url).content.decode()


def test_cve_2022_21683_only_who_takes_part_is_told_of_an_answer(client):
    page, other = build_standard_page(title="Privacy"), build_standard_page(title="Terms")
    ann, ben, zoe = (
        build_user(EDITOR, username=name, email=f"{name}@example.org")
        for name in ("ann", "ben", "zoe")
    )
    build_comment(other, ben, "Elsewhere")
    build_comment(page, zoe, "Beside it")
    asked = build_comment(page, ann, CANARY)
    client.force_login(build_user(PUBLISHER))

    save_comments(client, page, known_comment(asked, **replies("So it is.")), known=1)

    assert [letter.to for letter in mail.outbox] == [["ann@example.org"]]


def test_cve_2023_28837_a_picture_may_not_be_of_any_size(settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10
    file = SimpleUploadedFile("picture.jpg", plain_jpeg((64, 40)))

    form = get_image_form(Picture)({"title": CANARY}, {"file": file})

    assert "file" in form.errors


def test_cve_2023_45809_lists_of_many_name_no_colleague(manager):
    boss = build_admin(username=CANARY)
    for action in ("delete", "assign_role", "set_active_state"):
        address = reverse("wagtail_bulk_action", args=["staff", "user", action])

        assert refuses(manager.get(f"{address}?id={boss.pk}"))


def test_cve_2024_39317_a_search_is_read_in_no_time():
    begun = time.process_time()

    parse_query_string('"' + "a:" * 20_000)

    assert time.process_time() - begun < 1


@pytest.mark.parametrize("who", ["manager", "neighbour"])
def test_cve_2026_25517_previews_are_for_those_who_may_edit(request, who, story):
    client = request.getfixturevalue(who)
    add = page_address("preview_on_add", "news", "storypage", story.get_parent().pk)

    for address in (page_address("preview_on_edit", story.pk), add):
        assert refuses(client.post(address, {"title": CANARY}))
        assert refuses(client.get(address))


def test_cve_2026_28223_a_word_of_thanks_runs_no_script(administrator):
    page = build_standard_page(title=SCRIPT)
    locale = home_page("fr").locale_id
    address = reverse("simple_translation:submit_page_translation", args=[page.pk])

    answer = administrator.post(address, {"locales": [locale]}, follow=True)

    assert Page.objects.filter(translation_key=page.translation_key, locale_id=locale).exists()
    assert SCRIPT not in answer.content.decode()


@pytest.mark.parametrize("who", ["manager", "neighbour"])
def test_cve_2026_44197_versions_are_compared_by_those_who_may_edit(request, who, story):
    client = request.getfixturevalue(who)

    assert refuses(client.get(page_address("revisions_compare", story.pk, "earliest", "latest")))


@pytest.mark.parametrize("who", ["manager", "neighbour"])
def test_cve_2026_44198_a_history_is_for_those_who_may_edit(request, who, story):
    client = request.getfixturevalue(who)

    for name in ("history", "history_results", "workflow_history"):
        assert refuses(client.get(page_address(name, story.pk)))


def test_cve_2026_44200_nobody_copies_what_they_may_not_edit(neighbour, story):
    index = build_news_index(home_page("fr"))
    words = {"new_title": "Mine", "new_slug": "mine", "new_parent_page": index.pk}

    answer = neighbour.post(page_address("copy", story.pk), words)

    assert refuses(answer)
    assert not Page.objects.filter(slug="mine").exists()


def test_cve_2026_44201_there_is_no_public_programming_interface(visitor):
    with pytest.raises(NoReverseMatch):
        reverse("wagtailapi:images:listing")
    assert refuses(visitor.get("/api/v2/images/"))


@pytest.mark.parametrize("kind", ["images", "documents"])
def test_cve_2026_54259_only_what_may_be_chosen_is_named(manager, kind):
    row = build_picture(CANARY) if kind == "images" else text_document()

    name = "wagtailimages_chooser" if kind == "images" else "wagtaildocs_chooser"
    one = manager.get(reverse(f"{name}:chosen", args=[row.pk]))
    many = manager.get(reverse(f"{name}:chosen_multiple"), {"id": row.pk})

    assert refuses(one)
    assert CANARY not in many.content.decode()


def text_document(**fields):
    return build_document(CANARY, filename="report.txt", content=b"Words", **fields)


def test_cve_2026_54260_no_picture_is_drawn_larger_than_itself(administrator):
    picture = build_picture(size=(64, 40))

    answer = administrator.get(
        reverse("wagtailimages:preview", args=[picture.pk, "width-90000|format-png"])
    )

    assert answer.status_code in (200, 400)
    assert len(answer.content) < 10_000


def test_cve_2026_54261_a_picture_is_previewed_by_those_who_may_change_it(manager):
    picture = build_picture(CANARY)

    answer = manager.get(reverse("wagtailimages:preview", args=[picture.pk, "width-20"]))

    assert answer.status_code in (302, 403)


def test_cve_2026_54262_nobody_translates_what_they_may_not_edit(neighbour):
    page = build_standard_page(title=CANARY)
    address = reverse("simple_translation:submit_page_translation", args=[page.pk])

    assert refuses(neighbour.get(address))
    assert refuses(neighbour.post(address, {"locales": [home_page("fr").locale_id]}))
    assert not Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


def test_cve_2026_54263_no_picture_is_addressed_by_its_filter(administrator):
    picture = build_picture()
    address = reverse("wagtailimages:url_generator_output", args=[picture.pk])

    answer = administrator.get(address, {"filter_spec": SCRIPT})

    assert answer.status_code == 404
    assert SCRIPT not in answer.content.decode()


@pytest.mark.parametrize("who", ["manager", "neighbour"])
def test_cve_2026_55468_drafts_of_others_are_in_no_list(request, who, story):
    client = request.getfixturevalue(who)

    assert refuses(client.get(reverse("wagtailadmin_api:pages:detail", args=[story.pk])))
    assert refuses(client.get(reverse("wagtailadmin_api:pages:find"), {"id": story.pk}))
    listed = client.get(reverse("wagtailadmin_api:pages:listing")).content.decode()
    assert CANARY not in listed


def closed_shelf():
    return build_closed_shelf().add_child(name="Below")


def test_ghsa_92hv_j533_69wc_nobody_guesses_a_closed_document_by_its_hash(visitor):
    document = text_document(collection=closed_shelf())
    etag = f'"{document.get_file_hash()}"'

    guessed = visitor.get(document.url, headers={"if-none-match": etag})
    missed = visitor.get(document.url, headers={"if-none-match": '"another"'})

    assert guessed.status_code == missed.status_code != 304


def test_ghsa_c2xx_cjmh_9q8f_what_lies_below_a_closed_shelf_is_closed(visitor):
    document = text_document(collection=closed_shelf())

    assert visitor.get(document.url).status_code in (302, 404)


def test_ghsa_x5cx_w6p2_mxf2_nobody_copies_a_snippet_that_they_may_not_see(neighbour):
    topic = build_topic(CANARY)

    assert refuses(neighbour.get(reverse("wagtailsnippets_news_topic:copy", args=[topic.pk])))


def test_ghsa_jm5p_837g_rv8g_nobody_translates_by_the_programming_interface(neighbour):
    page = build_standard_page(title=CANARY)
    address = reverse("wagtailadmin_api:pages:action", args=[page.pk, "copy_for_translation"])

    answer = neighbour.post(address, {"locale": "fr"})

    assert answer.status_code in (403, 404)
    assert not Page.objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)


# Ours, though no advisory tells of it: one's own page in a section of others.
@pytest.mark.parametrize("action", ["move", "copy", "create_alias"])
def test_nobody_brings_a_page_into_a_section_of_others(neighbour, action):
    own, theirs = build_story(home_page("fr"), title="Ours"), build_news_index()
    below = theirs.get_children().count()
    address = reverse("wagtailadmin_api:pages:action", args=[own.pk, action])
    place = {"destination_page_id": theirs.pk, "position": "last-child"}

    assert neighbour.post(address, place).status_code == 403
    assert theirs.get_children().count() == below


# A chooser that shows drafts of another section.
@pytest.mark.parametrize("who", ["manager", "neighbour"])
def test_choosers_show_no_draft_of_others(request, who, story):
    client = request.getfixturevalue(who)
    parent = story.get_parent()

    below = client.get(reverse("wagtailadmin_choose_page_child", args=[parent.pk]))
    found = client.get(reverse("wagtailadmin_choose_page_search"), {"q": CANARY})
    chosen = client.get(reverse("wagtailadmin_choose_page_chosen_multiple"), {"id": story.pk})

    assert CANARY not in below.content.decode() + found.content.decode()
    assert refuses(chosen)


def test_choosers_show_what_readers_see_to_everybody(manager):
    story = build_story(title=CANARY)

    below = manager.get(reverse("wagtailadmin_choose_page_child", args=[story.get_parent().pk]))

    assert CANARY in below.content.decode()


def test_a_chooser_of_snippets_asks_for_a_right_to_them(manager):
    build_topic(CANARY)

    assert refuses(manager.get(reverse("wagtailsnippetchoosers_news_topic:choose")))


def test_a_publisher_still_chooses(client):
    build_topic(CANARY)
    client.force_login(build_user(PUBLISHER))

    answer = client.get(reverse("wagtailsnippetchoosers_news_topic:choose"))

    assert CANARY in answer.content.decode()
