"""A database that two releases migrate at the same time, or that one leaves half-way."""

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


@postgresql_only
def test_of_a_migration_that_is_killed_nothing_is_left(own_database, tmp_path):  # noqa: F811
    told = told_by("tests.migrating_killed", own_database, tmp_path)

    assert told == {
        "pages_are_locked": True,
        "readers_get_the_same": True,
        "was_killed": True,
        "table_is_there": False,
        "is_noted": False,
        "second_is_told": "",
        "planted": 1,
        "noted": 1,
    }
