"""Receipts: they prove what was agreed to, and name nobody."""

import pytest
from cookie_consent.models import CookieGroup
from django.db import DatabaseError, connection, transaction

from coalition.consent.models import Receipt, ShownText
from coalition.consent.receipts import what_is_wrong
from coalition.consent.registry import versions
from coalition.pages.dates import written_moment
from tests.reading import parsed, texts
from tests.receipts import alter, answer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def purpose():
    return CookieGroup.objects.create(varname="embeds", name="Films", description="From elsewhere.")


def test_says_what_was_chosen_and_to_which_words():
    receipt = answer(accepted=False)

    assert receipt.choices == {"embeds": False}
    assert receipt.versions == versions()
    shown = ShownText.objects.get(version=receipt.versions["embeds"])
    assert shown.content["words"][""]["description"] == "From elsewhere."


def test_holds_nothing_else_about_anybody():
    assert {field.name for field in Receipt._meta.fields} == {
        "id",
        "number",
        "at",
        "choices",
        "versions",
        "language",
        "surface",
        "signal",
        "previous",
        "hash",
    }


def test_nobody_changes_or_deletes_one():
    receipt = answer()

    with pytest.raises(TypeError):
        receipt.save()
    with pytest.raises(TypeError):
        receipt.delete()


@pytest.mark.parametrize("model", [Receipt, ShownText])
@pytest.mark.parametrize("act", ["UPDATE {0} SET {1} = {1}", "DELETE FROM {0}"])
def test_the_database_refuses_it_too(model, act):
    answer()
    statement = act.format(model._meta.db_table, model._meta.pk.column)

    with (
        pytest.raises(DatabaseError, match="written once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite cannot truncate.")
@pytest.mark.parametrize("model", [Receipt, ShownText])
def test_the_database_refuses_to_empty_the_table(model):
    with (
        pytest.raises(DatabaseError, match="written once"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f"TRUNCATE {model._meta.db_table}")


def test_outlives_its_purpose(purpose):
    receipt = answer()

    purpose.delete()

    assert list(what_is_wrong()) == []
    assert Receipt.objects.filter(pk=receipt.pk).exists()


def test_its_owner_sees_it_by_its_number(visitor):
    receipt = answer()

    page = visitor.get(f"/en/cookies/?receipt={receipt.number}").content.decode()

    assert receipt.hash in page
    assert "From elsewhere." in page


def test_it_says_when_it_was_written_and_in_which_zone(settings, visitor):
    settings.TIME_ZONE = "Asia/Baghdad"
    receipt = answer()

    page = visitor.get(f"/en/cookies/?receipt={receipt.number}")

    (told,) = texts(page, "#receipt time")
    assert told == written_moment(receipt.at)
    assert told.endswith(" +03")
    assert " UTC" not in parsed(page).select_one("#receipt").text


def test_its_owner_is_told_that_it_was_altered(unguarded, visitor):
    receipt = answer()
    alter(receipt, choices={"embeds": False})

    page = visitor.get(f"/en/cookies/?receipt={receipt.number}").content.decode()

    assert "This receipt is not as it was written." in page


@pytest.mark.parametrize("number", ["nothing", "%00", "x" * 500, "<script>"])
def test_an_unknown_number_is_said_to_be_one(visitor, number):
    page = visitor.get(f"/en/cookies/?receipt={number}")

    assert page.status_code in (200, 400)
    assert "<script>" not in page.content.decode().partition("<main")[2]


@pytest.mark.parametrize("typed", ["", "nothing", "x" * 500])
def test_a_number_of_none_is_kept_where_it_was_typed(visitor, typed):
    page = parsed(visitor.get("/en/cookies/", {"receipt": typed}))

    field = page.select_one("input[name=receipt]")
    assert (field.get("value", ""), field["aria-invalid"]) == (typed, "true")
    (mistake,) = page.select(".error-summary__link")
    assert mistake["href"] == f"#{field['id']}"
    assert page.find(id=field["aria-describedby"]).text == mistake.text
    assert page.title.text.startswith("Error: ")


def test_staff_read_them_and_cannot_change_them(admin_client):
    receipt = answer()
    listing = "/admin/receipts/"

    assert receipt.number in admin_client.get(listing).content.decode()
    assert receipt.hash in admin_client.get(f"{listing}inspect/{receipt.pk}/").content.decode()
    for act in (f"edit/{receipt.pk}/", f"delete/{receipt.pk}/", "new/"):
        assert admin_client.get(listing + act).status_code in (302, 403, 404)
    version = next(iter(versions().values()))
    assert (
        "From elsewhere."
        in admin_client.get(f"/admin/shown_texts/inspect/{version}/").content.decode()
    )
