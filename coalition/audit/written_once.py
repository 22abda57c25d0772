"""Has the database itself refuse what `AppendOnly` refuses: to alter rows, or to forget them early.

SQLite forgets triggers when Django makes a table anew: whoever alters such a table does this again.
"""

from functools import partial

from django.db.migrations import RunPython

A_YEAR_AGO = {
    "postgresql": "now() - interval '365 days'",
    "sqlite": "datetime('now', '-365 days')",
}
FUNCTION = """
    CREATE OR REPLACE FUNCTION is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'It is written once.'; END $$
"""
REFUSE = {
    "postgresql": "EXECUTE FUNCTION is_written_once()",
    "sqlite": "BEGIN SELECT RAISE(ABORT, 'It is written once.'); END",
}


def written_once(table, moment=None):
    """For a migration. Rows may go after a year, where `moment` is the column of their time."""
    return RunPython(partial(guard, table, moment), partial(unguard, table))


def guard(table, moment, apps, schema_editor):
    vendor = schema_editor.connection.vendor
    if vendor == "postgresql":
        schema_editor.execute(FUNCTION)
    for name, act, each in guards(vendor, moment):
        schema_editor.execute(
            f"CREATE TRIGGER {table}_is_not_{name} BEFORE {act} ON {table} "
            f"FOR EACH {each} {REFUSE[vendor]}"
        )


def unguard(table, apps, schema_editor):
    vendor = schema_editor.connection.vendor
    where = f"ON {table}" if vendor == "postgresql" else ""
    for name, _act, _each in guards(vendor):
        schema_editor.execute(f"DROP TRIGGER {table}_is_not_{name} {where}")


def guards(vendor, moment=None):
    """What the table is not to be, the act that would make it so, and when that is refused."""
    yield "altered", "UPDATE", "ROW"
    is_young = f"WHEN (OLD.{moment} >= {A_YEAR_AGO[vendor]})" if moment else ""
    yield "forgotten", "DELETE", f"ROW {is_young}"
    if vendor == "postgresql":
        # It empties a table without asking its rows; SQLite knows no such act.
        yield "emptied", "TRUNCATE", "STATEMENT"
