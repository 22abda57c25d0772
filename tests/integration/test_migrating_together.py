"""Two releases that migrate one database at the same time: one of them does."""

from tests.own_database import (  # noqa: F401 - fixtures.
    db,
    own_database,
    postgresql_only,
    told_by,
)

REFUSAL = "Somebody else is migrating this database. Try again once they are done."


@postgresql_only
def test_nothing_is_applied_twice(own_database):  # noqa: F811 - the fixture.
    told = told_by("tests.migrating_together", own_database)

    assert told == {"first_failed": False, "second_is_told": REFUSAL, "planted": 1, "noted": 1}
