"""The laws of the count, on any register and any day."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from partners.membership import count
from partners.models import Partner, StatusChange
from partners.vocabulary import Status

pytestmark = pytest.mark.django_db

FIRST_DAY = date(2014, 9, 10)
days = st.integers(0, 400).map(lambda number: FIRST_DAY + timedelta(days=number))
entries = st.fixed_dictionaries(
    {
        "joined": st.tuples(days, days).map(sorted),
        "live": st.booleans(),
        "changes": st.dictionaries(days, st.sampled_from(Status), max_size=3),
    }
)


def enter(joined, live=True, changes=None):
    partner = Partner.objects.create(
        joined_earliest=joined[0], joined_latest=joined[1], live=live, kind="organisation"
    )
    StatusChange.objects.bulk_create(
        StatusChange(partner=partner, status=status, from_date=day)
        for day, status in (changes or {}).items()
    )
    return partner


def counts(on):
    return [Partner.objects.members(as_of=day).count() for day in on]


def rolled_back(test):
    """Each example begins with an empty register."""

    def run(*args, **kwargs):
        with transaction.atomic():
            test(*args, **kwargs)
            transaction.set_rollback(True)

    return run


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    register=st.lists(entries, max_size=4),
    joined=st.tuples(days, days).map(sorted),
    withdrawn=days,
    looked_at=st.lists(days, min_size=1, max_size=5),
)
@rolled_back
def test_one_more_partner_counts_exactly_while_it_belongs(register, joined, withdrawn, looked_at):
    for entry in register:
        enter(**entry)
    before = counts(looked_at)

    enter(joined, live=False)
    assert counts(looked_at) == before  # A draft never counts.

    newcomer = enter(joined)
    with_it = [number + (joined[1] <= day) for number, day in zip(before, looked_at, strict=True)]
    assert counts(looked_at) == with_it

    change = StatusChange(partner=newcomer, status=Status.SUSPENDED, from_date=withdrawn)
    change.save()
    assert counts(looked_at) == with_it

    change.status = Status.WITHDRAWN
    change.save()
    assert counts(looked_at) == [
        number + (joined[1] <= day < withdrawn)
        for number, day in zip(before, looked_at, strict=True)
    ]


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    joinings=st.lists(st.tuples(days, days).map(sorted), max_size=5),
    looked_at=st.lists(days, min_size=2, max_size=6).map(sorted),
)
@rolled_back
def test_without_withdrawals_the_count_never_falls(joinings, looked_at):
    for joined in joinings:
        enter(joined)

    in_order = counts(looked_at)
    assert in_order == sorted(in_order)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(register=st.lists(entries, max_size=5), looked_at=st.lists(days, min_size=1, max_size=5))
@rolled_back
def test_the_kept_history_counts_as_the_database_does(register, looked_at):
    for entry in register:
        enter(**entry)

    memberships = Partner.objects.memberships()

    assert [count(memberships, day) for day in looked_at] == counts(looked_at)
