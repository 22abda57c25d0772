"""What a statement reads, told as tags: whole tables, or the rows it asks for by their keys."""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final

from django.apps import apps
from django.db.models import Model
from modelcluster.fields import ParentalKey

from coalition.delivery.public_role import UNSEEN

NAME: Final = re.compile(r'"(\w+)"')
# Rows of one table, with the tables below it, by one column and nothing else.
BY_KEY: Final = re.compile(
    r'SELECT (?:(?!SELECT).)+ FROM "\w+"'
    r'(?: INNER JOIN "\w+" ON \("\w+"\."\w+_ptr_id" = "\w+"\."id"\))*'
    r' WHERE "(\w+)"\."(\w+)" (?:= %s|IN \(%s(?:, %s)*\))'
    r"(?: ORDER BY [^()]+)?(?: LIMIT \d+)?"
)

# Saved all day long, and no page shows any of it, beyond when its words were published. Models of
# ours say `is_never_shown` themselves.
NEVER_SHOWN: Final = {
    *UNSEEN,
    "migrations.Migration",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.Revision",
}


@dataclass(frozen=True)
class Hanging:
    """By which column a row hangs on another one, whose change its own is."""

    column: str
    model: type[Model]
    is_seen_at_a_glance: bool = False


# Tables whose rows are announced one by one; those of them that are read by key alone.
_by_row: set[str] = set()
_read_by_key: set[str] = set()
# Which rows a column finds, as the table they are in.
_keys: dict[tuple[str, str], str] = {}
hanging: dict[type[Model], Hanging] = {}


def count_by_row(model: type[Model], *, is_read_by_key: bool = False) -> None:
    """Every row of it is announced when it, or what hangs on it, changes."""
    for each in (model, *model._meta.all_parents):
        _by_row.update([table_of(each), *(f.m2m_db_table() for f in each._meta.local_many_to_many)])
        _keys[table_of(each), each._meta.pk.column] = root_table(model)
        for relation in each._meta.related_objects:
            if isinstance(relation.field, ParentalKey):
                hang(relation.field.model, relation.field.name)
    if is_read_by_key:
        _read_by_key.add(table_of(model))


def hang(
    model: type[Model],
    field_name: str,
    *,
    is_read_by_key: bool = False,
    is_seen_at_a_glance: bool = False,
) -> None:
    """Rows of this model are parts of what that field points at."""
    field: Any = model._meta.get_field(field_name)
    hanging[model] = Hanging(field.attname, field.related_model, is_seen_at_a_glance)
    _by_row.add(table_of(model))
    _keys[table_of(model), field.column] = root_table(field.related_model)
    if is_read_by_key:
        _read_by_key.add(table_of(model))


def counts_by_row(model: type[Model]) -> bool:
    return root_table(model) in _by_row and model not in hanging


def tags_of(sql: str, params: Sequence[object], *, is_narrowed: bool) -> set[str]:
    """Inside `waiting_for` the rows that are found tell of themselves."""
    tables = tables_in(sql) - _read_by_key
    if is_narrowed:
        return set(tables - _by_row)
    if found := table_found_by_key(sql):
        return {*(tables - _by_row), *(f"{found}:{key}" for key in params)}
    return set(tables)


@lru_cache(maxsize=2048)
def tables_in(sql: str) -> frozenset[str]:
    """Wherever they stand: joined, in a question within, in a condition."""
    return frozenset(NAME.findall(sql)) & tables_shown()


@lru_cache(maxsize=2048)
def table_found_by_key(sql: str) -> str | None:
    """Nothing can join such an answer later, other than by a change to the row of that key."""
    asked = BY_KEY.fullmatch(sql)
    return _keys.get((asked[1], asked[2])) if asked else None


@cache
def tables_shown() -> frozenset[str]:
    models = apps.get_models(include_auto_created=True)
    return frozenset(table_of(model) for model in models if not is_never_shown(model))


def is_never_shown(model: type[Model]) -> bool:
    return model._meta.label in NEVER_SHOWN or hasattr(model, "is_never_shown")


def table_of(model: type[Model]) -> str:
    name: str = model._meta.db_table
    return name


@cache
def root_table(model: type[Model]) -> str:
    """That of the model at the bottom: a story is a row of the table of pages."""
    roots = [each for each in (model, *model._meta.all_parents) if not each._meta.parents]
    return table_of(roots[0])


def row(model: type[Model], key: object) -> str:
    """The tag of one row."""
    return f"{root_table(model)}:{key}"


def glance(model: type[Model], key: object) -> str:
    """The tag of what others show of a row: the fields that its model names `at_a_glance`."""
    return f"{row(model, key)} at a glance"


def tag_of(instance: Model) -> str:
    """Of its row, or of a glance at it, if no more of it was read."""
    model = type(instance)
    is_glance = beyond_a_glance(model).isdisjoint(vars(instance))
    return (glance if is_glance else row)(model, instance.pk)


def seen_at_a_glance(instance: Model) -> dict[str, Hashable]:
    """By its tag, if its model knows any."""
    names = getattr(instance, "at_a_glance", ())
    seen = tuple(instance.serializable_value(name) for name in names)
    return {glance(type(instance), instance.pk): seen} if names else {}


@cache
def beyond_a_glance(model: type[Model]) -> frozenset[str]:
    """What an instance holds if more of it was read, by the names it has there."""
    seen = {model._meta.get_field(name) for name in getattr(model, "at_a_glance", ())}
    fields = model._meta.concrete_fields
    return frozenset(f.attname for f in fields if not seen or not (f in seen or f.primary_key))
