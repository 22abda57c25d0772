"""Of what has drafts, the public role sees the rows that are published, and what hangs on them.

Wagtail writes the first draft of a page into the page's own row, which later drafts never touch:
rights to tables and columns cannot tell such a row from others, so PostgreSQL itself leaves it out
(row-level security). The owner of the tables is not asked, and every other role sees all rows.

A page that is not published but has others below it is seen: addresses lead through it to those.
Entries of search need no rule. Only what is published has any.
"""

from collections.abc import Iterator
from hashlib import blake2b
from typing import Any, Final

from django.apps import apps
from django.db import connection
from django.db.models import Model
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, Page

from coalition.delivery.public_role import UNSEEN

IS_SEEN: Final = "live"
PAGE_IS_SEEN: Final = "live OR numchild > 0"


def policies(role: str) -> Iterator[str]:
    """The statements that make it so, where it is not so already; may be run again.

    Each waits until nobody reads the table, and keeps everybody waiting meanwhile.
    """
    known = known_policies()
    for model, rule in rules():
        table, ours = model._meta.db_table, f"{role} {digest(rule)}"
        on = f"ON {quoted(table)}"
        if (table, ours) in known:
            continue
        for old in sorted(name for place, name in known if place == table):
            if old.rpartition(" ")[0] == role:
                yield f"DROP POLICY {quoted(old)} {on}"
        if (table, "all") not in known:
            yield f"CREATE POLICY {quoted('all')} {on} USING (true) WITH CHECK (true)"
            yield f"ALTER TABLE {quoted(table)} ENABLE ROW LEVEL SECURITY"
        restricted = f"AS RESTRICTIVE FOR SELECT TO {quoted(role)} USING ({rule})"
        yield f"CREATE POLICY {quoted(ours)} {on} {restricted}"


def rules() -> Iterator[tuple[type[Model], str]]:
    """Of each table with rows that may not be public, which of them are."""
    for model in apps.get_models():
        if model._meta.proxy or model._meta.label in UNSEEN:
            continue
        if above := row_above(model):
            yield model, f"EXISTS ({above})"
        elif has_drafts(model):
            yield model, PAGE_IS_SEEN if model is Page else IS_SEEN


def row_above(model: type[Model]) -> str | None:
    """Of a page of some type the page that it is, of a part what it is part of: if that is seen."""
    for field in model._meta.local_fields:
        above: Any = field.related_model
        if above and is_part(field) and has_drafts(above):
            theirs, ours = quoted(above._meta.pk.column), quoted(field.column)
            return (
                f"SELECT FROM {quoted(above._meta.db_table)} above"
                f" WHERE above.{theirs} = {quoted(model._meta.db_table)}.{ours}"
            )
    return None


def is_part(field: Any) -> bool:
    return isinstance(field, ParentalKey) or bool(field.remote_field.parent_link)


def has_drafts(model: type[Model]) -> bool:
    return issubclass(model, DraftStateMixin)


def digest(rule: str) -> str:
    """In the name of a policy: PostgreSQL keeps a rule in words of its own."""
    return blake2b(rule.encode(), digest_size=4).hexdigest()


def known_policies() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public'")
        return set(cursor.fetchall())


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)
