"""Keeping the register in the admin, as a partner manager does."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from coalition.demo.builders import (
    build_about_page,
    build_partner,
    build_partner_page,
    build_picture,
    build_social_post,
    build_story,
    build_user,
    home_page,
)
from coalition.demo.builders.media import plain_jpeg
from coalition.media.models import Picture
from coalition.staff.roles import EDITOR, FLAGS, PARTNER_MANAGER
from partners.models import Partner, PartnerPage
from partners.vocabulary import Kind, Region, Status
from tests.reading import parsed, words
from tests.register_form import address, form

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(client):
    client.force_login(build_user(PARTNER_MANAGER))
    return client


def listed(client, **parameters):
    return [str(row) for row in client.get(address("list"), parameters).context["object_list"]]


# The list


def test_the_list_tells_what_is_known_of_each_partner(manager):
    build_partner(
        "CM",
        region=Region.AFRICA,
        joined=("2017-11-01", "2017-11-30"),
        ordinal=74,
        status_changes=[{"status": Status.SUSPENDED, "from_date": "2019-01-10"}],
    )

    page = manager.get(address("list")).content.decode()

    facts = ["Cameroon", "img/flags/cm.webp", "State", "Africa", "Suspended", "November 2017", "74"]
    assert [fact for fact in facts if fact not in page] == []


def test_the_list_speaks_the_editors_language(manager):
    build_partner("DE")
    UserProfile.objects.create(user=get_user_model().objects.get(), preferred_language="fr")

    assert "Allemagne" in manager.get(address("list")).content.decode()


def test_the_menu_leads_to_the_list(manager):
    assert address("list") in manager.get(reverse("wagtailadmin_home")).content.decode()


def test_a_longer_list_costs_no_query_more(manager):
    build_partner("IQ", names={"en": "Iraq"})
    manager.get(address("list"))
    with CaptureQueriesContext(
        connection,
    ) as short:
        manager.get(address("list"))
    for code in ("FR", "IT", "TR", "CF"):
        build_partner(code, names={"en": f"Name of {code}"})

    with CaptureQueriesContext(connection) as long:
        manager.get(address("list"))

    assert len(long) == len(short)


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({"kind": "organisation"}, ["INTERPOL"]),
        ({"region": "africa"}, ["Cameroon"]),
        ({"status": "withdrawn"}, ["Fiji"]),
        ({"live": "false"}, ["Togo"]),
        ({"q": "كاميرون"}, ["Cameroon"]),
        ({"q": "fidji"}, ["Fiji"]),
        ({"q": "interpol", "kind": "organisation"}, ["INTERPOL"]),
        ({"q": "nobody"}, []),
        ({"q": "o", "ordering": "-name"}, ["Togo", "INTERPOL", "Cameroon"]),
        ({"ordering": "name"}, ["Cameroon", "Fiji", "INTERPOL", "Togo"]),
        ({"ordering": "joined_latest"}, ["Cameroon", "INTERPOL", "Fiji", "Togo"]),
        ({"ordering": "-ordinal", "live": "true"}, ["Cameroon", "INTERPOL", "Fiji"]),
        ({"ordering": "nonsense", "region": "nonsense"}, ["Cameroon", "Fiji", "INTERPOL", "Togo"]),
    ],
)
def test_narrows_searches_and_sorts(manager, parameters, expected):
    build_partner("CM", region=Region.AFRICA, joined="2015-01-01", ordinal=74)
    build_partner(
        "",
        kind=Kind.ORGANISATION,
        region="",
        names={"en": "INTERPOL"},
        joined="2016-07-01",
        ordinal=67,
    )
    build_partner(
        "FJ",
        region=Region.ASIA_PACIFIC,
        joined="2019-02-06",
        ordinal=1,
        status_changes=[{"status": Status.WITHDRAWN, "from_date": "2020-01-01"}],
    )
    build_partner("TG", region=Region.AMERICAS, joined="2023-06-30", live=False)

    assert listed(manager, **parameters) == expected


# Adding and changing


def test_a_draft_is_kept_and_then_published(manager):
    manager.post(address("add"), form())
    draft = Partner.objects.get(iso_code="FR")
    assert not draft.live

    manager.post(address("edit", draft.pk), form(**{"action-publish": "1"}))

    assert Partner.objects.get(pk=draft.pk).live


def test_what_is_changed_waits_until_it_is_published(manager):
    partner = build_partner("FR", ordinal=None)

    manager.post(address("edit", partner.pk), form(opened_on=partner, ordinal="12"))

    assert Partner.objects.get().ordinal is None
    assert Partner.objects.get().get_latest_revision_as_object().ordinal == 12


def test_names_and_changes_of_status_are_kept(manager):
    manager.post(
        address("add"),
        form(
            names=[{"language_code": "en", "name": "The French Republic"}],
            changes=[{"status": Status.SUSPENDED, "from_date": "2020-01-01", "source": ""}],
            **{"action-publish": "1"},
        ),
    )

    partner = Partner.objects.get()
    assert (partner.name, partner.status) == ("The French Republic", Status.SUSPENDED)


@pytest.mark.parametrize(
    ("sent", "field", "message"),
    [
        ({"iso_code": ""}, "iso_code", "A state needs its ISO code."),
        ({"iso_code": "fr"}, "iso_code", "Two capital letters"),
        ({"iso_code": "IQ"}, "iso_code", "has a partner of this code already"),
        ({"iso_code": "QQ"}, "iso_code", "write one below"),
        ({"iso_code": "ZZ"}, "iso_code", "write one below"),
        ({"region": ""}, "region", "A state needs its region."),
        ({"joined_latest": "2013-01-01"}, "joined_latest", "cannot be before the earliest day"),
        ({"joined_latest": "yesterday"}, "joined_latest", "Enter a valid date."),
        ({"joined_latest": ""}, "joined_latest", "This field is required."),
        ({"ordinal": "-1"}, "ordinal", "greater than or equal to 0"),
        ({"website": "no address"}, "website", "Enter a valid URL."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_kept(manager, sent, field, message):
    build_partner("IQ")

    response = manager.post(address("add"), form(**sent))

    errors = response.context["form"].errors
    assert set(errors) == {field}
    assert message in errors[field][0]
    assert errors[field][0] in response.content.decode()
    assert Partner.objects.count() == 1


@pytest.mark.parametrize(
    "doubled",
    [
        {"names": [{"language_code": "en", "name": "France"}] * 2},
        {"changes": [{"status": "suspended", "from_date": "2020-01-01", "source": ""}] * 2},
    ],
)
def test_two_names_of_a_language_or_two_statuses_of_a_day_are_refused(manager, doubled):
    response = manager.post(address("add"), form(**doubled))

    assert "duplicate" in response.content.decode()
    assert not Partner.objects.exists()


def test_an_organisation_needs_a_name_of_its_own(manager):
    nameless = form(kind=Kind.ORGANISATION, iso_code="", region="")
    named = form(
        kind=Kind.ORGANISATION,
        iso_code="",
        region="",
        names=[{"language_code": "en", "name": "INTERPOL"}],
    )

    assert "write one below" in manager.post(address("add"), nameless).content.decode()
    manager.post(address("add"), named)
    assert [str(partner) for partner in Partner.objects.all()] == ["INTERPOL"]


def test_the_history_shows_and_compares_what_changed(manager):
    partner = build_partner("FR", ordinal=11)
    manager.post(address("edit", partner.pk), form(opened_on=partner, ordinal="12"))

    history = manager.get(address("history", partner.pk))
    compared = manager.get(
        reverse(
            "wagtailsnippets_partners_partner:revisions_compare",
            args=(partner.pk, "earliest", "latest"),
        )
    ).content.decode()

    assert history.status_code == 200
    assert "12" in compared
    assert "11" in compared


# Deleting


def test_a_partner_nobody_speaks_of_can_be_deleted(manager):
    partner = build_partner()

    manager.post(address("delete", partner.pk))

    assert not Partner.objects.exists()


@pytest.mark.parametrize("one_by_one", [True, False])
def test_a_partner_with_a_page_stays(manager, one_by_one):
    partner = build_partner_page().partner

    response = manager.post(delete_address(partner, one_by_one), follow=True)

    assert "Pages speak of Iraq" in response.content.decode()
    assert Partner.objects.exists()
    assert PartnerPage.objects.exists()


def test_a_partner_in_an_unpublished_story_stays(manager):
    partner = build_partner()
    build_story(partners=[partner], live=False)

    response = manager.get(address("delete", partner.pk), follow=True)

    assert "Pages speak of Iraq" in response.content.decode()


def test_the_pages_that_keep_a_partner_are_named(manager):
    page = build_partner_page()
    build_story(partners=[page.partner], title="A secret draft", live=False)

    response = manager.post(address("delete", page.partner.pk), follow=True)

    kept = text_of(response, ".messages")
    assert "Iraq (Partner page, English)" in kept
    assert "A draft that you may not edit (Story, English)" in kept
    assert "secret" not in kept


def delete_address(partner, one_by_one):
    if one_by_one:
        return address("delete", partner.pk)
    bulk = reverse("wagtail_bulk_action", args=("partners", "partner", "delete"))
    return f"{bulk}?id={partner.pk}"


# Usage


def test_says_which_pages_and_facts_speak_of_a_partner(manager):
    partner = build_partner("TD", region=Region.AFRICA)
    build_story(partners=[partner], title="A school in Moundou")
    build_about_page(teaser='<p>We are <embed embedtype="fact" name="partners"/>.</p>')

    usage = text_of(manager.get(address("usage", partner.pk)), "main")

    assert "A school in Moundou (Story, English)" in usage
    assert "Number of partners: 1, quoted on 1 page" in usage
    assert "Number of partners in Africa: 1, quoted on 0 pages" in usage
    assert "organisations" not in usage


def test_says_when_nothing_speaks_of_a_partner(manager):
    partner = build_partner(live=False)

    usage = text_of(manager.get(address("usage", partner.pk)), "main")

    assert "No page speaks of this partner." in usage
    assert "No fact counts this partner." in usage


def text_of(response, selector):
    return words(parsed(response).select_one(selector))


# Who may


@pytest.mark.parametrize(
    "path",
    [
        "pages/",
        "documents/",
        "users/",
        "groups/",
        "sites/",
        "locales/",
        "redirects/",
        "workflows/list/",
        "snippets/social/socialpost/",
        "snippets/sitewide/menu/",
        "snippets/media/video/",
    ],
)
def test_a_partner_manager_is_refused_everywhere_else(manager, path):
    build_social_post()

    response = manager.get(f"{reverse('wagtailadmin_home')}{path}")

    assert response.status_code in {302, 403, 404}


def test_a_partner_manager_uploads_a_flag_among_the_flags(manager):
    sent = {
        "image-chooser-upload-title": "Flag",
        "image-chooser-upload-file": SimpleUploadedFile("flag.jpg", plain_jpeg((64, 40))),
    }

    manager.post(reverse("wagtailimages_chooser:create"), sent)

    assert Picture.objects.get().collection.name == FLAGS


def test_a_partner_manager_meets_no_pictures_but_flags(manager):
    picture = build_picture(title="A school in Mosul")

    pages = [reverse("wagtailimages:index"), reverse("wagtailimages_chooser:choose")]
    assert not [page for page in pages if picture.title in manager.get(page).content.decode()]
    assert manager.get(reverse("wagtailimages:edit", args=(picture.pk,))).status_code == 302


def test_a_partner_manager_cannot_touch_pages(manager):
    home = home_page()

    refused = [
        reverse("wagtailadmin_pages:edit", args=(home.pk,)),
        reverse("wagtailadmin_pages:delete", args=(home.pk,)),
        reverse("wagtailadmin_pages:add_subpage", args=(home.pk,)),
        reverse("wagtailadmin_pages:add", args=("partners", "partnerindexpage", home.pk)),
    ]

    assert {manager.get(address).status_code for address in refused} == {302}


def test_an_editor_reads_the_register_but_cannot_change_it(client):
    partner = build_partner("FR", joined=date(2014, 9, 10).isoformat())
    client.force_login(build_user(EDITOR))

    assert "France" in client.get(address("list")).content.decode()
    assert "France" in client.get(address("inspect", partner.pk)).content.decode()
    for view in ("edit", "delete"):
        assert client.get(address(view, partner.pk)).status_code == 302


def test_the_public_cannot_see_the_register_of_the_admin(visitor):
    assert visitor.get(address("list")).status_code == 302
