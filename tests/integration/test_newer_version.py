"""Two editors at once: the second is told, and nothing is lost."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from coalition.audit.models import Entry
from coalition.demo.builders import build_alert_banner, build_standard_page, build_user
from coalition.pages.models import StandardPage
from coalition.staff.roles import PARTNER_MANAGER, PUBLISHER

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "1"}


@pytest.fixture
def ann(client):
    client.force_login(build_user(PUBLISHER, username="ann"))
    return client


@pytest.fixture
def ben(visitor):
    visitor.force_login(build_user(PUBLISHER, username="ben"))
    return visitor


def editor_of(row):
    if isinstance(row, StandardPage):
        return reverse("wagtailadmin_pages:edit", args=[row.pk])
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])


def opened(client, row):
    """What the browser remembers of the version that it shows, if there is any."""
    page = BeautifulSoup(client.get(editor_of(row)).content, "html.parser")
    return {field["name"]: field["value"] for field in page.select("input[name^=loaded_revision]")}


def save(client, row, form, title, *, by_itself=False, **act):
    if isinstance(row, StandardPage):
        fields = {
            "title": title,
            "slug": row.slug,
            "teaser": rich_text(""),
            "body": streamfield([]),
            "corrections": inline_formset([]),
            "withdrawals": inline_formset([]),
            "comments": inline_formset([]),
        }
    else:
        fields = {"title": title, "text": rich_text("<p>Some words.</p>")}
    asks_for = {"Accept": "application/json" if by_itself else "text/html"}
    form = nested_form_data(fields | form | act)
    answer = client.post(editor_of(row), form, headers=asks_for, follow=True)
    return answer.content.decode()


@pytest.fixture(params=["page", "snippet"])
def row(request):
    return (
        build_standard_page(title="First")
        if request.param == "page"
        else build_alert_banner(title="First")
    )


@pytest.fixture
def seeded(row):
    """It is there without any version, as what an import wrote."""
    row.revisions.all().delete()
    return row


def titles(row):
    """What readers see, and every version there is."""
    kept = type(row).objects.get(pk=row.pk)
    return kept.title, [each.content["title"] for each in kept.revisions.order_by("pk")]


def test_publishes_what_was_opened_last(ann, row):
    save(ann, row, opened(ann, row), "Ann's", **PUBLISH)

    assert titles(row) == ("Ann's", ["First", "Ann's"])


def test_what_was_saved_by_itself_is_no_newer_version_to_who_wrote_it(ann, row):
    anns = opened(ann, row)
    save(ann, row, anns, "Half of it", by_itself=True)

    save(ann, row, anns, "All of it", **PUBLISH)

    assert titles(row) == ("All of it", ["First", "Half of it", "All of it"])


@pytest.mark.skipif(connection.vendor != "postgresql", reason="There all who write wait in turn.")
def test_what_saves_by_itself_waits_for_who_is_publishing(ann, row):
    anns = opened(ann, row)

    with CaptureQueriesContext(connection) as asked:
        save(ann, row, anns, "Half of it", by_itself=True)

    assert any("FOR UPDATE" in query["sql"] for query in asked)


def test_who_comes_second_publishes_nothing_and_loses_nothing(ann, ben, row):
    anns, bens = opened(ann, row), opened(ben, row)
    save(ann, row, anns, "Ann's", **PUBLISH)

    save(ben, row, bens, "Ben's", **PUBLISH)

    assert titles(row) == ("Ann's", ["First", "Ann's", "Ben's"])


def test_who_opened_it_before_there_was_any_version_publishes_nothing_either(ann, ben, seeded):
    anns, bens = opened(ann, seeded), opened(ben, seeded)
    save(ann, seeded, anns, "Ann's", **PUBLISH)

    save(ben, seeded, bens, "Ben's", **PUBLISH)

    assert titles(seeded) == ("Ann's", ["Ann's", "Ben's"])


def test_nor_does_that_form_save_by_itself(ann, ben, seeded):
    anns, bens = opened(ann, seeded), opened(ben, seeded)
    save(ann, seeded, anns, "Ann's", **PUBLISH)

    said = save(ben, seeded, bens, "Ben's", by_itself=True)

    assert "invalid_revision" in said
    assert titles(seeded) == ("Ann's", ["Ann's"])


def test_the_first_version_of_all_may_save_by_itself(ann, seeded):
    anns = opened(ann, seeded)
    save(ann, seeded, anns, "Half of it", by_itself=True)

    save(ann, seeded, anns, "All of it", **PUBLISH)

    assert titles(seeded) == ("All of it", ["Half of it", "All of it"])


def test_both_versions_are_named_with_a_way_to_compare_them(ann, ben, row):
    anns, bens = opened(ann, row), opened(ben, row)
    save(ann, row, anns, "Ann's", **PUBLISH)

    said = save(ben, row, bens, "Ben's", **PUBLISH)

    theirs, yours = row.revisions.order_by("pk")[1:]
    assert "Nothing was published" in said
    assert f"version {theirs.pk} (ann," in said
    assert f"version {yours.pk} (ben," in said
    assert f"revisions/compare/{theirs.pk}...{yours.pk}/" in said


def test_both_are_in_the_log(ann, ben, row):
    anns, bens = opened(ann, row), opened(ben, row)
    save(ann, row, anns, "Ann's", **PUBLISH)

    save(ben, row, bens, "Ben's", **PUBLISH)

    log = PageLogEntry if isinstance(row, StandardPage) else ModelLogEntry
    who = log.objects.filter(action="wagtail.edit").order_by("pk")
    assert [entry.user.username for entry in who] == ["ann", "ben"]
    published = Entry.objects.filter(act="wagtail.publish", username__in=["ann", "ben"])
    assert [entry.username for entry in published] == ["ann"]


def test_who_has_seen_both_may_publish(ann, ben, row):
    anns, bens = opened(ann, row), opened(ben, row)
    save(ann, row, anns, "Ann's", **PUBLISH)
    save(ben, row, bens, "Ben's", **PUBLISH)

    save(ben, row, opened(ben, row), "Ben's", **PUBLISH)

    assert titles(row)[0] == "Ben's"


def test_a_draft_saved_over_a_newer_one_is_told_of_it(ann, ben, row):
    anns, bens = opened(ann, row), opened(ben, row)
    save(ann, row, anns, "Ann's")

    said = save(ben, row, bens, "Ben's")

    assert "was saved. Yours," in said
    assert titles(row) == ("First", ["First", "Ann's", "Ben's"])


def test_tells_nothing_to_whom_it_does_not_concern(ann, ben, row):
    anns, bens = opened(ann, row), opened(ben, row)
    save(ann, row, anns, "Ann's", **PUBLISH)
    ben.force_login(build_user(PARTNER_MANAGER))

    said = save(ben, row, bens, "Ben's", **PUBLISH)

    assert "ann" not in said
    assert titles(row) == ("Ann's", ["First", "Ann's"])
