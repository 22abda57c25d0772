"""Who changed what in the register, and why; and the list as a file."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from coalition.demo.builders import build_partner, build_user
from coalition.staff.roles import EDITOR, PARTNER_MANAGER
from partners.models import Partner
from partners.vocabulary import Kind, Region, Status
from tests.register_form import address, form

pytestmark = pytest.mark.django_db

PUBLISH = {"action-publish": "1"}


@pytest.fixture
def manager(client):
    client.force_login(build_user(PARTNER_MANAGER))
    return client


def build_france(**fields):
    """As `form` sends it."""
    return build_partner("FR", region=Region.EUROPE, **fields)


# Why


@pytest.mark.parametrize(
    "change",
    [
        {"joined_latest": "2014-09-15"},
        {"ordinal": "12"},
        {"iso_code": "IT"},
        {"names": [{"language_code": "en", "name": "The French Republic"}]},
        {"changes": [{"status": Status.SUSPENDED, "from_date": "2020-01-01", "source": ""}]},
    ],
    ids=lambda change: next(iter(change)),
)
def test_asks_why_a_fact_changes_that_readers_see(manager, change):
    partner = build_france()

    refused = manager.post(
        address("edit", partner.pk), form(opened_on=partner, **change, **PUBLISH)
    )
    assert "Say why." in refused.context["form"].errors["change_note"][0]

    why = {"change_note": "The embassy wrote to us."}
    manager.post(address("edit", partner.pk), form(opened_on=partner, **change, **why, **PUBLISH))
    assert Partner.objects.get().live_revision.content["change_note"] == "The embassy wrote to us."


@pytest.mark.parametrize(
    ("is_live", "change"),
    [
        (True, {"website": "https://example.org/", **PUBLISH}),
        (True, {"ordinal": "12"}),
        (False, {"ordinal": "12", **PUBLISH}),
    ],
    ids=["no fact", "a draft", "not on the site yet"],
)
def test_does_not_ask_where_readers_see_no_fact_change(manager, is_live, change):
    partner = build_france(live=is_live)

    assert (
        manager.post(address("edit", partner.pk), form(opened_on=partner, **change)).status_code
        == 302
    )


def test_asks_when_the_changed_draft_is_published(manager):
    partner = build_france()
    manager.post(address("edit", partner.pk), form(opened_on=partner, ordinal="12"))

    refused = manager.post(
        address("edit", partner.pk), form(opened_on=partner, ordinal="12", **PUBLISH)
    )

    assert "change_note" in refused.context["form"].errors


def test_the_history_says_why(manager):
    partner = build_france()
    why = "Corrected after the embassy’s letter."
    manager.post(
        address("edit", partner.pk),
        form(opened_on=partner, ordinal="12", change_note=why, **PUBLISH),
    )

    assert why in manager.get(address("history", partner.pk)).content.decode()


def test_each_change_has_a_reason_of_its_own(manager):
    partner = build_france()
    first = "Corrected after the embassy’s letter."

    manager.post(
        address("edit", partner.pk), form(opened_on=partner, ordinal="12", change_note=first)
    )
    assert first in manager.get(address("edit", partner.pk)).content.decode()

    manager.post(
        address("edit", partner.pk),
        form(opened_on=partner, ordinal="12", change_note=first, **PUBLISH),
    )
    assert first not in manager.get(address("edit", partner.pk)).content.decode()


# The list as a file


def rows(response):
    """The lines of a downloaded file, as dicts."""
    if response["Content-Type"].startswith("text/csv"):
        lines = [line.split(",") for line in response.content.decode("utf-8-sig").splitlines()]
    else:
        sheet = load_workbook(BytesIO(response.content)).active
        lines = [[str(cell.value or "") for cell in row] for row in sheet]
    return [dict(zip(lines[0], line, strict=True)) for line in lines[1:]]


@pytest.mark.parametrize("file", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        ({}, ["Chad", "Fiji", "France"]),
        ({"region": "africa"}, ["Chad"]),
        ({"q": "fidji"}, ["Fiji"]),
        ({"q": "f", "ordering": "-name"}, ["France", "Fiji"]),
        ({"status": "withdrawn"}, ["Fiji"]),
        ({"live": "false"}, ["France"]),
    ],
)
def test_exports_what_the_list_shows(manager, file, parameters, expected):
    build_france(live=False)
    build_partner("TD", region=Region.AFRICA)
    withdrawn = [{"status": Status.WITHDRAWN, "from_date": "2020-01-01"}]
    build_partner("FJ", region=Region.ASIA_PACIFIC, status_changes=withdrawn)

    exported = rows(manager.get(address("list"), {**parameters, "export": file}))

    assert [row["name_en"] for row in exported] == expected


@pytest.mark.parametrize("file", ["csv", "xlsx"])
def test_no_cell_of_the_export_runs(manager, file):
    build_partner("", kind=Kind.ORGANISATION, region="", names={"en": "=1+1"}, source="@SUM(1)")

    [row] = rows(manager.get(address("list"), {"export": file}))

    assert (row["name_en"], row["source"]) == ("'=1+1", "'@SUM(1)")


def test_the_list_leads_to_both_files(manager):
    html = manager.get(address("list"), {"region": "africa"}).content.decode()

    assert "region=africa&amp;export=csv" in html
    assert "region=africa&amp;export=xlsx" in html


def test_whoever_reads_the_list_may_export_it(client):
    client.force_login(build_user(EDITOR))
    build_france()

    assert [row["iso2"] for row in rows(client.get(address("list"), {"export": "csv"}))] == ["FR"]
