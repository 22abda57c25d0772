"""The register in the shapes that programs read."""

import csv
import json
from datetime import UTC, date, datetime
from io import StringIO

import pytest

from partners.open_data import formats
from partners.open_data.changes import Change, Event, changes
from partners.open_data.find_points import point_inside
from partners.open_data.parameters import BadParameter, NoSuchDay, day_asked_for, language_asked_for
from partners.open_data.record import Joined, PartnerRecord, Precision, Publication
from partners.vocabulary import Status


def record(id="iq", **fields):
    sound = {
        "kind": "state",
        "iso_code": "IQ",
        "region": "middle-east",
        "names": {"en": "Iraq", "ar": "العراق"},
        "joined": Joined(date(2014, 9, 10), date(2016, 8, 24)),
        "ordinal": None,
        "status": "member",
        "status_from": None,
        "website": None,
        "pages": {},
    }
    return PartnerRecord(id=id, **sound | fields)


def published(*records):
    return Publication(date(2020, 5, 31), list(records), datetime(2020, 6, 1, tzinfo=UTC))


def csv_rows(*records):
    text = formats.as_csv(published(*records)).decode("utf-8")
    return list(csv.DictReader(StringIO(text, newline="")))


@pytest.mark.parametrize(
    ("earliest", "latest", "precision"),
    [
        ("2014-09-10", "2014-09-10", Precision.DAY),
        ("2017-11-01", "2017-11-30", Precision.MONTH),
        ("2017-11-01", "2018-11-30", Precision.RANGE),
    ],
)
def test_says_how_exactly_the_joining_is_known(earliest, latest, precision):
    joined = Joined(date.fromisoformat(earliest), date.fromisoformat(latest))

    assert joined.precision == precision


def test_json_tells_day_count_and_terms_before_the_partners():
    data = json.loads(formats.as_json(published(record()), schema="https://example.org/schema"))

    assert (data["as_of"], data["count"]) == ("2020-05-31", 1)
    assert data["licence"]["name"] == "CC BY 4.0"
    assert data["partners"][0]["names"]["ar"] == "العراق"
    assert data["partners"][0]["joined"] == {
        "earliest": "2014-09-10",
        "latest": "2016-08-24",
        "precision": "range",
    }


def test_a_state_has_a_point_on_its_land_and_an_organisation_has_none():
    nato = record("nato", kind="organisation", iso_code=None)
    features = json.loads(formats.as_geojson(published(record(), nato)))["features"]

    (east, north), nowhere = features[0]["geometry"]["coordinates"], features[1]["geometry"]
    assert 39 < east < 49
    assert 29 < north < 38
    assert nowhere is None


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)"])
def test_no_cell_of_a_csv_runs(name):
    (row,) = csv_rows(record(names={"en": name}))

    assert row["name_en"] == f"'{name}"


def test_a_csv_has_a_column_for_each_language_even_where_a_name_is_missing():
    (row,) = csv_rows(record())

    assert (row["name_en"], row["name_fr"], row["name_ar"]) == ("Iraq", "", "العراق")


@pytest.mark.parametrize(
    "text", ["yesterday", " ", "2020-5-31", "20200531", "٢٠٢٠-٠٥-٣١", "2019-02-30"]
)
def test_what_is_no_day_is_refused_by_the_parameters_name(text):
    with pytest.raises(BadParameter) as refusal:
        day_asked_for({"as_of": text})

    assert refusal.value.parameter == "as_of"


@pytest.mark.parametrize("text", ["0001-01-01", "2014-09-09", "9999-12-31"])
def test_a_day_of_which_nothing_is_told_is_none(text):
    with pytest.raises(NoSuchDay, match="from 2014-09-10 until today"):
        day_asked_for({"as_of": text})


def test_a_day_may_be_left_out():
    assert day_asked_for({}) is None
    assert day_asked_for({"as_of": ""}) is None
    assert day_asked_for({"as_of": "2020-05-31"}) == date(2020, 5, 31)


def test_only_languages_of_the_site_may_be_asked_for():
    assert language_asked_for({"lang": "ar"}, default="en") == "ar"
    with pytest.raises(BadParameter, match="lang must be one of en, fr, ar"):
        language_asked_for({"lang": "tlh"}, default="en")


def test_a_membership_tells_its_changes_in_order():
    days = [date(2017, 1, 1), date(2018, 1, 1), date(2019, 1, 1), date(2020, 1, 1)]
    statuses = zip(days[1:], [Status.SUSPENDED, Status.WITHDRAWN, Status.MEMBER], strict=True)

    assert list(changes(days[0], statuses)) == [
        Change(Event.JOINED, days[0]),
        Change(Event.SUSPENDED, days[1]),
        Change(Event.WITHDRAWN, days[2]),
        Change(Event.RETURNED, days[3]),
    ]


def test_the_same_status_again_is_no_change():
    joined = date(2017, 1, 1)

    assert list(changes(joined, [(date(2018, 1, 1), Status.MEMBER)])) == [
        Change(Event.JOINED, joined)
    ]


def test_a_point_is_inside_even_where_the_centroid_is_not():
    horseshoe = [(0, 0), (9, 0), (9, 9), (6, 9), (6, 1), (3, 1), (3, 9), (0, 9), (0, 0)]

    x, _ = point_inside(horseshoe)

    assert 0 < x < 3 or 6 < x < 9
