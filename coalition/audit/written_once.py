"""Has the database itself refuse what `AppendOnly` refuses: to alter rows, or to forget them early.

SQLite forgets triggers when Django makes a table anew: whoever alters such a table does this again.
"""

from functools import partial

from django.db.migrations import RunPython

ALWAYS = "1 = 1"
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
    is_young = f"OLD.{moment} >= {A_YEAR_AGO[vendor]}" if moment else ALWAYS
    for name, act, when in [("altered", "UPDATE", ALWAYS), ("forgotten", "DELETE", is_young)]:
        schema_editor.execute(
            f"CREATE TRIGGER {table}_is_not_{name} BEFORE {act} ON {table} "
            f"FOR EACH ROW WHEN ({when}) {REFUSE[vendor]}"
        )


def unguard(table, apps, schema_editor):
    where = f"ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
    for name in ("altered", "forgotten"):
        schema_editor.execute(f"DROP TRIGGER {table}_is_not_{name} {where}")
