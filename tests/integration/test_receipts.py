"""Receipts: they prove what was agreed to, and name nobody."""

from datetime import timedelta

import pytest
from cookie_consent.models import CookieGroup
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from coalition.audit.written_once import unguard
from coalition.consent.models import Receipt, Seal, ShownText
from coalition.consent.receipts import (
    Answer,
    forget_receipts,
    hash_of,
    what_is_wrong,
    write_receipt,
)
from coalition.consent.registry import versions

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def purpose():
    return CookieGroup.objects.create(varname="embeds", name="Films", description="From elsewhere.")


def answer(accepted=True):
    return write_receipt(Answer({"embeds": accepted}, language="en", surface="bar"))


@pytest.fixture
def unguarded():
    """Somebody owns the database, and has taken its guards away."""
    for model in (Receipt, ShownText):
        unguard(model._meta.db_table, None, connection.schema_editor())


def alter(receipt, **fields):
    QuerySet(Receipt).filter(pk=receipt.pk).update(**fields)


def take_away(*receipts):
    Receipt.objects.filter(pk__in=[each.pk for each in receipts]).forget()


def answer_long_ago(monkeypatch):
    then = timezone.now() - timedelta(days=settings.RECEIPT_DAYS + 1)
    with monkeypatch.context() as past:
        past.setattr(timezone, "now", lambda: then)
        return answer()


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


def test_each_holds_fast_to_the_one_before():
    first, second = answer(), answer()

    assert second.previous == first.hash
    assert list(what_is_wrong()) == []


@pytest.mark.parametrize(
    "fields", [{"choices": {"embeds": False}}, {"language": "fr"}, {"number": "another"}]
)
def test_tells_which_was_altered(unguarded, fields):
    answer(), alter(answer(), **fields), answer()

    assert len(list(what_is_wrong())) == 1


def test_tells_of_one_that_was_altered_with_its_hash(unguarded):
    receipt = answer()
    answer()
    receipt.choices = {"embeds": False}

    alter(receipt, choices=receipt.choices, hash=hash_of(receipt))

    assert "one is missing" in " ".join(what_is_wrong())


@pytest.mark.parametrize("gone", [slice(1), slice(1, 2)], ids=["the first", "one between"])
def test_tells_where_one_is_missing(unguarded, gone):
    take_away(*[answer(), answer(), answer()][gone])

    assert "one is missing" in " ".join(what_is_wrong())


@pytest.mark.parametrize("gone", [slice(2, None), slice(None)], ids=["the last", "all"])
def test_tells_that_the_newest_are_missing(unguarded, gone):
    take_away(*[answer(), answer(), answer()][gone])

    assert "The newest receipts are missing" in " ".join(what_is_wrong())


@pytest.mark.parametrize("gone", [slice(2, None), slice(None)], ids=["the last", "all"])
def test_still_tells_so_when_others_have_followed(unguarded, gone):
    take_away(*[answer(), answer(), answer()][gone])

    answer()

    assert "one is missing" in " ".join(what_is_wrong())


@pytest.mark.parametrize("forged", ["", "0" * 64, f"{'0' * 64}:signature"])
def test_takes_no_seal_that_is_not_ours(forged):
    receipt = answer()

    Seal.objects.update(signed=forged)

    assert "or their seal is" in " ".join(what_is_wrong())
    assert answer().previous != receipt.hash


def test_no_later_answer_hides_that_the_newest_and_their_seal_are_missing(unguarded):
    take_away(*[answer(), answer(), answer()][2:])
    Seal.objects.all().delete()

    answer(), answer()

    assert "one is missing" in " ".join(what_is_wrong())


def test_an_answer_is_kept_although_a_seal_of_before_was_put_back():
    answer()
    before = Seal.objects.get()
    answer()

    before.save()

    answer(), answer()
    assert "one is missing" in " ".join(what_is_wrong())


def test_tells_of_a_text_that_was_altered(unguarded):
    answer()
    QuerySet(ShownText).update(content={"words": {}})

    assert "not as it was shown" in " ".join(what_is_wrong())


def test_tells_of_a_text_that_is_missing(unguarded):
    answer()
    ShownText.objects.all().forget()

    assert f"Text {versions()['embeds']} is missing." in what_is_wrong()


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


def test_forgets_those_whose_time_is_over_and_no_other(monkeypatch):
    answer_long_ago(monkeypatch)
    young = answer()

    assert forget_receipts() == 1
    assert list(Receipt.objects.all()) == [young]
    assert list(what_is_wrong()) == []


def test_holds_fast_to_the_last_that_was_forgotten(monkeypatch):
    last = answer_long_ago(monkeypatch)

    forget_receipts()

    assert list(what_is_wrong()) == []
    assert answer().previous == last.hash
    assert list(what_is_wrong()) == []


def test_the_command_says_whether_all_is_well(unguarded, capsys):
    receipt = answer()
    call_command("verify_receipts")
    assert "1 receipts" in capsys.readouterr().out

    alter(receipt, language="fr")
    with pytest.raises(CommandError):
        call_command("verify_receipts")


def test_its_owner_sees_it_by_its_number(visitor):
    receipt = answer()

    page = visitor.get(f"/en/cookies/?receipt={receipt.number}").content.decode()

    assert receipt.hash in page
    assert "From elsewhere." in page


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
