"""Editors find, preview and publish what is around every page, each as their role allows."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError

from coalition.demo.builders import (
    build_alert_banner,
    build_menu,
    build_site_texts,
    build_social_post,
    build_user,
)
from coalition.sitewide.models import AlertBanner, Menu, MenuItem, SiteTexts
from coalition.social.models import SocialPost
from coalition.staff.roles import EDITOR, PARTNER_MANAGER, PUBLISHER
from tests.opened_forms import version_of

pytestmark = pytest.mark.django_db

LISTS = {
    "/admin/snippets/sitewide/sitetexts/": "Our own name",
    "/admin/snippets/sitewide/menu/": "Our own menu",
    "/admin/snippets/sitewide/alertbanner/": "Our own alert",
    "/admin/snippets/social/socialpost/": "Our own post",
}


@pytest.fixture
def rows():
    build_site_texts("en", site_name="Our own name")
    build_menu("en", heading="Our own menu", links=[{"label": "Here", "address": "/en/"}])
    build_alert_banner("en", title="Our own alert")
    build_social_post("Our own post")


@pytest.fixture
def sign_in(client):
    def as_a(role):
        client.force_login(build_user(role))
        return client

    return as_a


@pytest.mark.parametrize("address", LISTS)
def test_a_publisher_finds_the_rows(sign_in, rows, address):
    page = sign_in(PUBLISHER).get(address)

    assert LISTS[address] in page.content.decode()


@pytest.mark.parametrize(
    ("role", "address"),
    [
        (EDITOR, "/admin/snippets/sitewide/sitetexts/"),
        *((PARTNER_MANAGER, address) for address in LISTS),
    ],
)
def test_nobody_else_does(sign_in, rows, role, address):
    answer = sign_in(role).get(address)

    assert answer.status_code == 302
    assert answer["Location"] == "/admin/"


def test_the_rows_of_one_language_can_be_found(sign_in, rows):
    build_site_texts("fr", site_name="Notre nom")

    page = sign_in(PUBLISHER).get("/admin/snippets/sitewide/sitetexts/?locale=fr").content.decode()
    assert "Notre nom" in page
    assert "Our own name" not in page


def edit(client, row, **data):
    model = row._meta
    address = f"/admin/snippets/{model.app_label}/{model.model_name}/edit/{row.pk}/"
    return client.post(address, data | version_of(row))


def a_post(**changes):
    return {
        "text": "Changed",
        "author_name": "Global Coalition",
        "author_handle": "coalition",
        "account": "coalition",
        "posted_at": "2020-05-14 09:30",
        "permalink": "https://twitter.com/coalition/status/1",
        "picture": "",
        "picture_alt": "",
    } | changes


def test_a_publisher_changes_a_post_and_readers_see_it(sign_in, rows):
    client = sign_in(PUBLISHER)

    edit(client, SocialPost.objects.get(), **a_post(), **{"action-publish": "1"})

    assert "Changed" in client.get("/en/").content.decode()


def test_an_editor_changes_a_post_and_readers_do_not_see_it_yet(sign_in, rows):
    client = sign_in(EDITOR)

    edit(client, SocialPost.objects.get(), **a_post(), **{"action-publish": "1"})

    assert "Changed" not in client.get("/en/").content.decode()


def test_a_post_with_a_broken_address_is_not_kept(sign_in, rows):
    post = SocialPost.objects.get()

    answer = edit(sign_in(PUBLISHER), post, **a_post(permalink="twitter"))

    assert "Enter a valid URL" in answer.content.decode()
    assert SocialPost.objects.get().permalink == post.permalink


@pytest.mark.parametrize(
    ("link", "field"),
    [
        ({}, "page"),
        ({"address": "/en/"}, "label"),
        ({"label": "Here", "address": "javascript:alert(1)"}, "address"),
        ({"label": "Here", "address": "http://example.org/"}, "address"),
    ],
)
def test_a_link_without_sense_is_refused_at_its_field(link, field):
    with pytest.raises(ValidationError) as refusal:
        MenuItem(menu=Menu(), **link).clean()

    assert list(refusal.value.message_dict) == [field]


def test_an_alert_cannot_end_before_it_begins():
    begins = datetime(2020, 5, 31, tzinfo=UTC)

    with pytest.raises(ValidationError) as refusal:
        AlertBanner(show_from=begins, show_until=begins - timedelta(days=1)).clean()

    assert list(refusal.value.message_dict) == ["show_until"]


def test_a_post_is_kept_once_in_a_language(sign_in, rows):
    address = "/admin/snippets/social/socialpost/add/?locale=en"

    answer = sign_in(PUBLISHER).post(address, a_post(permalink=SocialPost.objects.get().permalink))

    assert "This post is kept already in this language." in answer.content.decode()
    assert SocialPost.objects.count() == 1


def test_one_language_has_one_row_of_site_texts(sign_in, rows):
    answer = sign_in(PUBLISHER).post(
        "/admin/snippets/sitewide/sitetexts/add/?locale=en",
        {"site_name": "Another", "short_name": "A", "tagline": "", "footer_note": "null"},
    )

    assert "This language has its texts already: edit those." in answer.content.decode()
    assert SiteTexts.objects.count() == 1
