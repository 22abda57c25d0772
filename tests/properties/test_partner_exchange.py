"""The laws of files: what we write we read again as it was, whatever the register holds."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coalition.reports.cells import disarmed, is_runnable, rearmed
from partners.exchange.check import checked
from partners.exchange.plan import plan
from partners.exchange.read import read_table
from partners.exchange.refusal import FileRefused
from partners.exchange.register import registered
from partners.exchange.write import as_csv, as_excel
from partners.models import Partner, PartnerName, StatusChange
from partners.vocabulary import Kind, Region, Status

LANGUAGES = ("en", "fr", "ar")
days = st.integers(0, 4000).map(lambda number: date(2014, 9, 10) + timedelta(days=number))
visible = st.characters(exclude_categories=["Cc", "Cs"])
signs = st.one_of(visible, st.sampled_from("=+-@'\",;\t"))
names = st.text(visible, min_size=1, max_size=20).filter(str.strip)
partners = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(Kind.values),
        "iso_code": st.sampled_from(["", "IQ", "FR", "KR", "XQ"]),
        "region": st.sampled_from(["", *Region.values]),
        "website": st.sampled_from(["", "https://example.org/a?b=c,d;e"]),
        "joined": st.tuples(days, days).map(sorted),
        "ordinal": st.none() | st.integers(1, 200),
        "source": st.text(st.one_of(signs, st.sampled_from("\r\n")), max_size=30),
        "live": st.booleans(),
        "names": st.dictionaries(st.sampled_from(LANGUAGES), names),
        "changes": st.dictionaries(days, st.sampled_from(Status.values), max_size=3),
    }
)
registers = st.lists(
    partners, max_size=4, unique_by=lambda partner: partner["iso_code"] or str(partner["names"])
)


def enter(joined, names, changes, **fields):
    partner = Partner.objects.create(joined_earliest=joined[0], joined_latest=joined[1], **fields)
    PartnerName.objects.bulk_create(
        PartnerName(partner=partner, language_code=code, name=name) for code, name in names.items()
    )
    StatusChange.objects.bulk_create(
        StatusChange(partner=partner, status=status, from_date=day)
        for day, status in changes.items()
    )


@pytest.mark.django_db
@pytest.mark.parametrize("write", [as_csv, as_excel])
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(register=registers)
def test_the_register_written_and_read_again_changes_nothing(write, register):
    with transaction.atomic():
        for entry in register:
            enter(**entry)

        content = write(partner.values for partner in registered())
        lines, problems = checked(read_table(BytesIO(content)))
        result = plan(lines, registered(), may_publish=True)

        assert not [*problems, *result.problems]
        assert (result.unchanged, result.steps) == (len(register), [])
        transaction.set_rollback(True)


@given(text=st.text(signs))
def test_a_cell_never_runs_and_means_what_it_meant(text):
    assert not is_runnable(disarmed(text))
    assert rearmed(disarmed(text)) == text


@settings(max_examples=200)
@given(content=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_whatever_somebody_brings_is_read_or_refused(content):
    for beginning in (b"", b"iso2,name_en\n", b"PK\x03\x04"):
        try:
            checked(read_table(BytesIO(beginning + content)))
        except FileRefused as refusal:
            assert str(refusal)
