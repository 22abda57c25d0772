"""A database that crashes while people save still has all that they were told is saved."""

from tests.crashed_saves import WRITERS
from tests.own_cluster import cluster  # noqa: F401 - a fixture.
from tests.own_database import postgresql_only, told_by

CRASHES = 2
SAVES_BEFORE_EACH = 10


@postgresql_only
def test_nothing_that_was_acknowledged_is_lost(cluster, tmp_path):  # noqa: F811 - the fixture.
    told = told_by(
        "tests.crashed_saves",
        "coalition",
        cluster.address,
        tmp_path,
        str(CRASHES),
        str(SAVES_BEFORE_EACH),
    )

    assert len(told) == CRASHES * WRITERS
    assert sum(page["acknowledged"] for page in told) >= CRASHES * SAVES_BEFORE_EACH
    for page in told:
        # One more may be there: it was saved, and only the word of it did not come any more.
        assert page["found"] - page["acknowledged"] in {0, 1}
        assert page["wrong"] == []
