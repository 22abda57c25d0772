"""How long somebody waits who keeps failing."""

import pytest

from coalition.staff.sign_in.patience import LONGEST_WAIT, wait_after


@pytest.mark.parametrize(
    ("failures", "seconds"), [(0, 0), (4, 0), (5, 2), (6, 4), (10, 64), (14, LONGEST_WAIT)]
)
def test_waits_double_after_those_that_are_free(failures, seconds):
    assert wait_after(failures, free=5) == seconds


def test_no_wait_is_a_lock():
    assert wait_after(10_000, free=5) == LONGEST_WAIT
