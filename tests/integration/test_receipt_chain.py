"""Receipts hold fast to each other: what was altered or left out is told."""

from datetime import timedelta

import pytest
from cookie_consent.models import CookieGroup
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db.models import QuerySet
from django.utils import timezone

from coalition.consent.models import Receipt, Seal, ShownText
from coalition.consent.receipts import forget_receipts, hash_of, what_is_wrong
from coalition.consent.registry import versions
from tests.receipts import alter, answer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def purpose():
    return CookieGroup.objects.create(varname="embeds", name="Films", description="From elsewhere.")


def take_away(*receipts):
    Receipt.objects.filter(pk__in=[each.pk for each in receipts]).forget()


def answer_long_ago(monkeypatch):
    then = timezone.now() - timedelta(days=settings.RECEIPT_DAYS + 1)
    with monkeypatch.context() as past:
        past.setattr(timezone, "now", lambda: then)
        return answer()


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
