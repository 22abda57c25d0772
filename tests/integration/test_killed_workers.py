"""A worker that is killed while somebody saves leaves a page as it was, or as it is to be."""

from tests.own_database import (  # noqa: F401 - fixtures.
    db,
    own_database,
    postgresql_only,
    told_by,
)


@postgresql_only
def test_whatever_a_worker_is_killed_at_nothing_is_half_saved(own_database, tmp_path):  # noqa: F811
    told = told_by("tests.killed_workers", own_database, tmp_path)

    for worker in told["workers"]:
        # What it was told is saved stays so, and of the next one there is all or nothing.
        assert worker["told"] == ["saved"]
        assert worker["saves"] in {1, 2}
        assert worker["wrong"] == []
    assert {worker["saves"] for worker in told["workers"]} == {1, 2}
    assert told["afterwards"] == {"wrong": [], "is_read": True}
