"""The database itself refuses to alter the log, or to forget a year of it.

SQLite forgets triggers when Django makes a table anew: whoever alters these does this again.
"""

from django.db import migrations

TABLES = ("audit_entry", "audit_seal")

POSTGRESQL = """
    CREATE FUNCTION audit_is_written_once() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND OLD.at < now() - interval '365 days' THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'The log is written once.';
    END $$;
"""
POSTGRESQL_TABLE = """
    CREATE TRIGGER {table}_is_written_once BEFORE UPDATE OR DELETE ON {table}
    FOR EACH ROW EXECUTE FUNCTION audit_is_written_once();
"""
SQLITE_TABLE = """
    CREATE TRIGGER {table}_is_not_altered BEFORE UPDATE ON {table}
    BEGIN SELECT RAISE(ABORT, 'The log is written once.'); END;

    CREATE TRIGGER {table}_is_not_forgotten BEFORE DELETE ON {table}
    WHEN OLD.at >= datetime('now', '-365 days')
    BEGIN SELECT RAISE(ABORT, 'The log is written once.'); END;
"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        statements = [POSTGRESQL, *(POSTGRESQL_TABLE.format(table=table) for table in TABLES)]
    else:
        statements = [
            statement
            for table in TABLES
            for statement in SQLITE_TABLE.format(table=table).split("\n\n")
        ]
    for statement in statements:
        schema_editor.execute(statement)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION audit_is_written_once CASCADE")
        return
    for table in TABLES:
        schema_editor.execute(f"DROP TRIGGER {table}_is_not_altered")
        schema_editor.execute(f"DROP TRIGGER {table}_is_not_forgotten")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]

    operations = [migrations.RunPython(guard, unguard)]
