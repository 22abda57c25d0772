"""The register as other sites and programs get it."""

import json
from datetime import timedelta

import pytest
from defusedxml import ElementTree
from django.utils import timezone
from jsonschema import Draft202012Validator, FormatChecker

from coalition.demo.builders import (
    build_admin,
    build_partner,
    build_partner_index,
    build_partner_page,
    home_page,
    publish_row,
    withdraw,
)
from partners.models import Partner
from partners.vocabulary import Kind, Status

pytestmark = pytest.mark.django_db

FILES = ["/api/partners.json", "/api/partners.csv", "/api/partners.geojson"]
PICTURES = ["/api/partners/counter.svg", "/api/partners/map.svg"]
DESCRIPTIONS = ["/api/partners.schema.json", "/api/openapi.json"]
EVERYTHING = [*FILES, *PICTURES, *DESCRIPTIONS, "/en/open-data/changes.atom"]
ATOM = "{http://www.w3.org/2005/Atom}"


def withdrawn(day):
    return {"status": Status.WITHDRAWN, "from_date": day}


def entries(visitor, language="en"):
    feed = ElementTree.fromstring(visitor.get(f"/{language}/open-data/changes.atom").content)
    return [
        {element.tag.removeprefix(ATOM): element.text for element in entry}
        for entry in feed.iter(f"{ATOM}entry")
    ]


def test_json_keeps_to_its_published_schema(visitor):
    build_partner_page(partner=build_partner("IQ", website="https://example.org/"))
    build_partner("FR", status_changes=[{"status": Status.SUSPENDED, "from_date": "2019-01-10"}])
    build_partner("", kind=Kind.ORGANISATION, region="", names={"en": "INTERPOL"}, ordinal=67)

    schema = visitor.get("/api/partners.schema.json").json()
    answer = visitor.get("/api/partners.json").json()

    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema, format_checker=FormatChecker()).validate(answer)
    assert answer["schema"] == schema["$id"] == "http://testserver/api/partners.schema.json"
    assert [partner["id"] for partner in answer["partners"]] == ["fr", "interpol", "iq"]


def test_tells_names_in_every_language_and_where_its_pages_are(visitor):
    partner = build_partner("IQ")
    build_partner_page(build_partner_index(home_page("ar")), partner=partner, slug="iraq")

    (told,) = visitor.get("/api/partners.json").json()["partners"]

    assert told["names"] == {"en": "Iraq", "fr": "Irak", "ar": "العراق"}
    assert told["pages"] == {"ar": "http://testserver/ar/partners/iraq/"}


def test_a_page_that_visitors_may_not_see_is_in_no_answer(visitor):
    page = build_partner_page(partner=build_partner("IQ"))
    withdraw(page)

    assert visitor.get("/api/partners.json").json()["partners"][0]["pages"] == {}


def test_a_partner_keeps_its_id_whatever_becomes_of_it(visitor):
    partner = build_partner("", kind=Kind.ORGANISATION, region="", names={"en": "INTERPOL"})
    partner.iso_code, partner.names = "QX", []
    publish_row(partner)

    assert visitor.get("/api/partners.json").json()["partners"][0]["id"] == "interpol"


def test_two_partners_never_share_an_id():
    build_partner("", kind=Kind.ORGANISATION, names={"en": "Union"})
    build_partner("", kind=Kind.ORGANISATION, names={"en": "Union"})

    ids = Partner.objects.values_list("public_id", flat=True)
    assert sorted(ids) == ["union", "union-2"]


def test_tells_of_the_day_that_was_asked_for(visitor):
    build_partner("IQ", joined="2016-01-01", status_changes=[withdrawn("2018-01-01")])

    counts = {
        day: visitor.get("/api/partners.json", {"as_of": day}).json()["count"]
        for day in ("2015-12-31", "2016-01-01", "2017-12-31", "2018-01-01")
    }

    assert counts == {"2015-12-31": 0, "2016-01-01": 1, "2017-12-31": 1, "2018-01-01": 0}


@pytest.mark.parametrize("address", FILES)
def test_a_draft_is_in_no_file(visitor, address):
    build_partner("FR")
    build_partner("IQ", live=False)

    assert b"Iraq" not in visitor.get(address).content


@pytest.mark.parametrize("address", FILES)
def test_needs_four_queries_however_many_partners_there_are(
    visitor, address, django_assert_max_num_queries
):
    index = build_partner_index()
    for code in ("IQ", "FR", "IT", "TR"):
        build_partner_page(index, partner=build_partner(code))
    visitor.get(address)  # Wagtail remembers its sites from now on, consent its purposes.

    with django_assert_max_num_queries(4):
        answer = visitor.get(address)

    assert "/en/partners/iraq/" in answer.content.decode()


@pytest.mark.parametrize("address", FILES)
@pytest.mark.parametrize("day", ["yesterday", "2019-02-30", "2020-5-1"])
def test_an_impossible_day_is_refused_with_the_parameters_name(visitor, address, day):
    answer = visitor.get(address, {"as_of": day})

    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")
    assert answer.json()["parameter"] == "as_of"
    assert "no-store" in answer["Cache-Control"]


def test_a_parameter_that_we_do_not_know_changes_nothing(visitor):
    build_partner("IQ")

    assert visitor.get("/api/partners.json?utm=x&_=1").content == (
        visitor.get("/api/partners.json").content
    )


@pytest.mark.parametrize("address", EVERYTHING)
def test_is_not_sent_again_to_somebody_who_has_it(visitor, address):
    build_partner("IQ")
    first = visitor.get(address)

    again = visitor.get(address, headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == first["Cache-Control"]


@pytest.mark.parametrize("address", [*FILES, "/en/open-data/changes.atom"])
def test_is_not_sent_again_before_something_changed(visitor, address):
    partner = build_partner("IQ")
    since = visitor.get(address)["Last-Modified"]

    assert visitor.get(address, headers={"If-Modified-Since": since}).status_code == 304

    later = timezone.now() + timedelta(seconds=5)
    partner.website = "https://example.org/"
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("django.utils.timezone.now", lambda: later)
        publish_row(partner)

    assert visitor.get(address, headers={"If-Modified-Since": since}).status_code == 200


def test_a_new_day_makes_todays_answer_new_and_leaves_yesterdays(visitor, monkeypatch):
    build_partner("IQ")
    today = visitor.get("/api/partners.json")
    past = visitor.get("/api/partners.json?as_of=2020-05-31")

    tomorrow = timezone.now() + timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: tomorrow)

    def asked_again(address, before):
        return visitor.get(address, headers={"If-Modified-Since": before["Last-Modified"]})

    assert asked_again("/api/partners.json", today).status_code == 200
    assert asked_again("/api/partners.json?as_of=2020-05-31", past).status_code == 304


@pytest.mark.parametrize("address", EVERYTHING)
def test_pages_of_any_site_may_read_it(visitor, address):
    answer = visitor.get(address)
    asked = visitor.options(address)

    assert answer["Access-Control-Allow-Origin"] == asked["Access-Control-Allow-Origin"] == "*"
    assert answer["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer["Cache-Control"].startswith("public")
    assert not answer.cookies
    assert asked.status_code == 204
    assert "If-None-Match" in asked["Access-Control-Allow-Headers"]


@pytest.mark.parametrize("address", [*FILES, *PICTURES])
def test_what_is_empty_is_not_asked(visitor, address):
    """As forms send it, and as the store of pages leaves it out."""
    assert visitor.get(f"{address}?as_of=&lang=").content == visitor.get(address).content


def test_a_refusal_can_be_read_by_pages_of_any_site_too(visitor):
    answer = visitor.get("/api/partners.json?as_of=yesterday")

    assert answer["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("address", EVERYTHING)
def test_can_only_be_read(visitor, address):
    assert visitor.head(address).status_code == 200
    for send in (visitor.post, visitor.put, visitor.delete):
        refusal = send(address)
        assert (refusal.status_code, refusal["Allow"]) == (405, "GET, HEAD, OPTIONS")


@pytest.mark.parametrize("address", [*FILES, *PICTURES])
def test_is_the_same_whatever_language_a_browser_prefers(visitor, address):
    build_partner("IQ")

    arabic = visitor.get(address, headers={"Accept-Language": "ar"})

    assert arabic.content == visitor.get(address).content
    assert "Vary" not in arabic


def test_staff_get_what_visitors_get(visitor):
    build_partner("IQ")
    before = visitor.get("/api/partners.json").content
    visitor.force_login(build_admin())

    assert visitor.get("/api/partners.json").content == before


def test_csv_is_a_file_to_keep(visitor):
    build_partner("IQ", names={"en": "=1+1"})

    answer = visitor.get("/api/partners.csv?as_of=2020-05-31")

    assert answer["Content-Type"].startswith("text/csv; charset=utf-8")
    assert answer["Content-Disposition"] == 'attachment; filename="partners-2020-05-31.csv"'
    assert "'=1+1" in answer.content.decode()


def test_geojson_shows_states_where_they_are(visitor):
    build_partner("IQ")
    build_partner("EU", kind=Kind.ORGANISATION, region="")

    answer = visitor.get("/api/partners.geojson")

    assert answer["Content-Type"] == "application/geo+json"
    features = json.loads(answer.content)["features"]
    assert [feature["id"] for feature in features] == ["eu", "iq"]
    assert [feature["geometry"] and feature["geometry"]["type"] for feature in features] == [
        None,
        "Point",
    ]


def test_the_feed_tells_who_came_and_who_left_the_latest_first(visitor):
    build_partner("IQ", joined="2016-01-01", status_changes=[withdrawn("2018-01-01")])
    build_partner("FR", joined="2017-03-01", ordinal=82)
    build_partner("IT", joined="2017-01-01", live=False)

    assert [entry["title"] for entry in entries(visitor)] == [
        "Iraq withdrew",
        "France joined as the 82nd partner",
        "Iraq joined",
    ]


def test_the_feed_does_not_tell_what_has_not_happened_yet(visitor):
    tomorrow = timezone.localdate() + timedelta(days=1)
    build_partner("IQ", status_changes=[withdrawn(tomorrow.isoformat())])

    assert [entry["title"] for entry in entries(visitor)] == ["Iraq joined"]


def test_an_entry_keeps_its_id_when_the_day_is_corrected(visitor):
    partner = build_partner("IQ", joined="2016-01-01")
    before = entries(visitor)

    partner.joined_earliest = partner.joined_latest = "2016-02-02"
    publish_row(partner)
    after = entries(visitor)

    assert before[0]["id"] == after[0]["id"] == "tag:testserver,2026:partners/iq/joined/en"
    assert after[0]["published"] == "2016-02-02T00:00:00+00:00"


def test_an_entry_is_as_new_as_our_knowledge_of_it(visitor):
    partner = build_partner("IQ", joined="2016-01-01")

    (entry,) = entries(visitor)

    assert entry["updated"] == partner.first_published_at.isoformat()


def test_the_feed_speaks_the_language_of_its_address(visitor):
    build_partner("IQ")

    assert "العراق" in entries(visitor, "ar")[0]["title"]


def test_the_counter_may_stand_in_frames_and_other_pages_may_not(visitor):
    build_partner("IQ")

    counter = visitor.get("/en/open-data/counter/")

    assert "1 partner<" in counter.content.decode()
    assert "frame-ancestors *" in counter["Content-Security-Policy"]
    assert "<script" not in counter.content.decode()
    for address in ("/en/", "/en/open-data/"):
        assert "frame-ancestors 'none'" in visitor.get(address)["Content-Security-Policy"]


def test_the_counter_leads_to_the_partners_in_its_language(visitor):
    build_partner_index(home_page("fr"), slug="partenaires")

    answer = visitor.get("/fr/open-data/counter/").content.decode()

    assert 'href="http://testserver/fr/partenaires/"' in answer


def test_the_counters_picture_speaks_to_those_who_do_not_see_it(visitor):
    build_partner("IQ")

    picture = ElementTree.fromstring(visitor.get("/api/partners/counter.svg?lang=ar").content)

    svg = "{http://www.w3.org/2000/svg}"
    assert picture.get("direction") == "rtl"
    assert picture.find(f"{svg}title").text
    assert picture.find(f"{svg}desc").text


def test_the_map_names_partners_in_the_language_asked_for(visitor):
    build_partner("IQ")

    assert "<title>Irak</title>" in visitor.get("/api/partners/map.svg?lang=fr").content.decode()


@pytest.mark.parametrize("address", PICTURES)
def test_a_language_that_the_site_does_not_speak_is_refused(visitor, address):
    answer = visitor.get(address, {"lang": "tlh"})

    assert answer.status_code == 400
    assert answer.json()["parameter"] == "lang"


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_page_explains_all_this_with_addresses_to_copy(visitor, language):
    page = visitor.get(f"/{language}/open-data/").content.decode()

    for address in FILES:
        assert f"http://testserver{address}" in page
    assert f"http://testserver/{language}/open-data/changes.atom" in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page
