"""How often one household, and all of them together, may do a thing."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Lock

import pytest
from django.db import connection, connections
from django.utils import timezone

from coalition.delivery.limits import Limit, took_one
from coalition.delivery.models import Tally

pytestmark = pytest.mark.django_db

A_MINUTE = 60


def limit(*, from_one_household=3, from_everybody=5):
    return Limit("acts", A_MINUTE, from_one_household, from_everybody)


def test_a_household_acts_no_more_often_by_changing_its_address():
    taken = [limit().has_room_for(f"2001:db8::{number:x}") for number in range(5)]

    assert taken == [True, True, True, False, False]


def test_nor_by_having_many_households():
    crowded = limit(from_one_household=1, from_everybody=10)

    taken = [crowded.has_room_for(f"2001:db8:1:{number:x}::1") for number in range(6)]

    assert taken == [True] * 4 + [False] * 2
    assert crowded.has_room_for("2001:db8:2::1")


def test_all_together_act_no_more_often_than_that():
    taken = [limit().has_room_for(f"192.0.2.{number}") for number in range(7)]

    assert taken == [True] * 5 + [False] * 2


def test_one_who_floods_us_shuts_out_nobody_else():
    for _ in range(20):
        limit().has_room_for("192.0.2.7")

    assert limit().has_room_for("192.0.2.8")


def test_no_address_is_kept():
    limit().has_room_for("192.0.2.7")

    assert Tally.objects.count() == 3
    assert not Tally.objects.filter(name__contains="192.0.2.7").exists()


def test_what_was_counted_is_gone_when_its_time_is_over():
    limit().has_room_for("192.0.2.7")
    Tally.objects.update(ends_at=timezone.now())

    limit().has_room_for("192.0.2.8")
    assert Tally.objects.count() == 3


def test_who_is_refused_writes_nothing(django_assert_num_queries):
    only_one = limit(from_one_household=1)
    only_one.has_room_for("192.0.2.7")

    with django_assert_num_queries(1):
        assert not only_one.has_room_for("192.0.2.7")


@pytest.fixture
def in_two_threads():
    """Does something twice at once, in threads that see what this test has written."""
    ours = connections["default"]
    ours.inc_thread_sharing()
    share = {"initializer": connections.__setitem__, "initargs": ("default", ours)}
    with ThreadPoolExecutor(2, **share) as threads:
        yield lambda act: list(threads.map(lambda _: act(), range(2)))
    ours.dec_thread_sharing()


def test_the_last_place_is_taken_once_by_two_who_see_it_together(in_two_threads):
    both_have_looked = Barrier(2, timeout=60)
    # They share a connection: of two statements at once SQLite tells what the last one changed.
    one_at_a_time = Lock()

    def wait_before_writing(execute, sql, *rest):
        if sql.startswith("UPDATE"):
            both_have_looked.wait()
        with one_at_a_time:
            return execute(sql, *rest)

    def take_the_last():
        return took_one("acts", 2, timezone.now() + timedelta(minutes=1))

    assert take_the_last()
    with connection.execute_wrapper(wait_before_writing):
        assert sorted(in_two_threads(take_the_last)) == [False, True]
