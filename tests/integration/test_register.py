"""Who is a partner on a day, as the register has it."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import override

from coalition.demo.builders import build_partner
from coalition.demo.content import read_register
from partners.models import Partner
from partners.vocabulary import Kind, Region, Status

pytestmark = pytest.mark.django_db


def count(day=None):
    return Partner.objects.members(as_of=day and date.fromisoformat(day)).count()


def build_whole_register():
    for row in read_register():
        build_partner(
            row["iso2"],
            kind=row["kind"],
            names={"en": row["name_en"]},
            joined=(row["joined_earliest"], row["joined_latest"]),
        )


def test_the_demo_register_counts_what_was_announced_on_each_day():
    build_whole_register()

    announced = {"2016-11-30": 68, "2018-02-28": 75, "2019-02-06": 79, "2020-05-31": 82}
    assert {day: count(day) for day in announced} == announced


def test_a_partner_counts_from_the_day_it_had_certainly_joined():
    build_partner(joined=("2017-11-01", "2017-11-30"))

    assert [count("2017-11-29"), count("2017-11-30"), count()] == [0, 1, 1]


def test_a_draft_never_counts():
    build_partner(live=False)

    assert count() == 0


def test_a_withdrawn_partner_counts_until_the_day_before():
    build_partner(status_changes=[{"status": Status.WITHDRAWN, "from_date": "2019-01-10"}])

    assert [count("2019-01-09"), count("2019-01-10")] == [1, 0]


def test_a_suspended_partner_still_counts():
    build_partner(status_changes=[{"status": Status.SUSPENDED, "from_date": "2019-01-10"}])

    assert count("2019-01-10") == 1


def test_a_partner_that_came_back_counts_again():
    build_partner(
        status_changes=[
            {"status": Status.WITHDRAWN, "from_date": "2018-01-01"},
            {"status": Status.MEMBER, "from_date": "2019-01-01"},
        ]
    )

    assert [count("2018-12-31"), count("2019-01-01")] == [0, 1]


def test_as_of_today_is_the_living_count():
    today = timezone.localdate()
    build_partner("IQ", joined=today.isoformat())
    build_partner("FR", joined=(today + timedelta(days=1)).isoformat())

    assert count() == count(today.isoformat()) == 1


def test_a_partner_knows_its_status_of_today():
    withdrawn = {"status": Status.WITHDRAWN, "from_date": "2019-01-10"}

    assert build_partner("IQ").status == Status.MEMBER
    assert build_partner("FR", status_changes=[withdrawn]).status == Status.WITHDRAWN


def test_names_and_statuses_of_a_list_cost_no_query_each(django_assert_num_queries):
    for code in ("IQ", "FR", "IT", "TR"):
        build_partner(code)

    with django_assert_num_queries(2):
        words = [f"{partner} {partner.status}" for partner in Partner.objects.with_status()]

    assert "Türkiye member" in words


def test_a_list_by_name_follows_the_language(django_assert_max_num_queries):
    for code in ("DE", "ES", "EG"):
        build_partner(code)

    with override("en"), django_assert_max_num_queries(4):
        assert [partner.name for partner in Partner.objects.by_name()] == [
            "Egypt",
            "Germany",
            "Spain",
        ]
    with override("fr"):
        assert [partner.iso_code for partner in Partner.objects.by_name()] == ["DE", "EG", "ES"]


def test_a_name_written_for_a_language_wins_over_cldr():
    partner = build_partner("KR", names={"en": "Republic of Korea"})

    assert partner.name_in("en") == "Republic of Korea"
    assert partner.name_in("fr") == "Corée du Sud"


def test_a_partner_cldr_does_not_know_is_called_what_somebody_wrote():
    partner = build_partner("", kind=Kind.ORGANISATION, names={"en": "INTERPOL"})

    assert partner.name_in("ar") == "INTERPOL"


@pytest.mark.parametrize(
    "words", ["korea", "KOREA", "republic korea", "Corée", "coree", "كوريا", "kr"]
)
def test_is_found_by_its_names_in_any_language(words):
    build_partner("KR", names={"en": "Republic of Korea"})
    build_partner("TR")

    assert [partner.iso_code for partner in Partner.objects.called(words)] == ["KR"]


@pytest.mark.parametrize("words", ["الأردن", "الاردن", "اردن"])
def test_is_found_however_its_arabic_name_is_spelt(words):
    build_partner("JO")

    assert Partner.objects.called(words).count() == 1


@pytest.mark.parametrize(
    ("field", "row"),
    [
        ("iso_code", {"iso_code": ""}),
        ("iso_code", {"iso_code": "fr"}),
        ("iso_code", {"iso_code": "IQ"}),
        ("region", {"region": ""}),
        ("joined_latest", {"joined_latest": date(2013, 1, 1)}),
    ],
)
def test_says_at_the_field_what_is_wrong(field, row):
    build_partner("IQ")
    sound = {
        "iso_code": "FR",
        "region": Region.EUROPE,
        "joined_earliest": date(2014, 9, 10),
        "joined_latest": date(2014, 9, 10),
    }

    with pytest.raises(ValidationError) as refusal:
        Partner(**sound | row).full_clean()

    assert set(refusal.value.message_dict) == {field}
