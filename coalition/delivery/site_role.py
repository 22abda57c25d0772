"""What the database lets all processes do that serve the site, its back office and its clock.

They write what people write, and own nothing: whoever takes one over cannot remove the triggers
that keep the log and the receipts as they were written.
"""

from collections.abc import Iterator
from typing import Final

from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from coalition.delivery.public_role import nothing_but_the_way_in, table

# What no code does to these; what is too old goes by a DELETE, whose age a trigger looks at.
WITHHELD: Final = {
    "audit.Entry": "UPDATE",
    "audit.Seal": "UPDATE",
    "consent.Receipt": "UPDATE",
    "consent.ShownText": "UPDATE, DELETE",
    "takedowns.Takedown": "UPDATE, DELETE",
}
# Whoever took something down may leave, and an administrator may let it in again.
ALTERED_IN_PART: Final = {"takedowns.Takedown": ("taken_down_by_id", "may_return")}


def grants(role: str) -> Iterator[str]:
    """The statements that make a role of PostgreSQL the site's; may be run again."""
    name = connection.ops.quote_name(role)
    yield from nothing_but_the_way_in(name)
    yield f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {name}"
    yield f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {name}"
    for label, acts in WITHHELD.items():
        yield f"REVOKE {acts} ON {table(label)} FROM {name}"
    for label, columns in ALTERED_IN_PART.items():
        yield f"GRANT UPDATE ({', '.join(columns)}) ON {table(label)} TO {name}"
    # Which migrations have run is for the owner to say, who runs them.
    migrations = connection.ops.quote_name(MigrationRecorder.Migration._meta.db_table)
    yield f"REVOKE INSERT, UPDATE, DELETE ON {migrations} FROM {name}"
