"""All that editors write in a row: its fields, its blocks, and the rows that belong to it."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db import models
from django.utils.text import capfirst
from modelcluster.models import get_all_child_relations
from wagtail.blocks import (
    CharBlock,
    ListBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    TextBlock,
)
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import COMMENTS_RELATION_NAME


@dataclass(frozen=True)
class Text:
    """A text and where it stands; `owner` is the row whose day its facts are told for."""

    path: str
    label: str
    source: str
    is_html: bool
    holds_facts: bool
    owner: models.Model
    max_length: int | None = None

    @property
    def day(self):
        return getattr(self.owner, "facts_day", None)


def texts_of(row):
    found = []
    rewrite(row, found.append)
    return [text for text in found if text.source]


def rewrite(row, write: Callable[[Text], str | None]) -> None:
    """Show `write` each text of the row in turn; what it returns, if anything, takes its place."""
    _rewrite_fields(row, _Place(row, "", "", write))
    for relation in get_all_child_relations(type(row)):
        name = relation.get_accessor_name()
        if name != COMMENTS_RELATION_NAME:
            children = list(getattr(row, name).all())
            for position, child in enumerate(children):
                label = capfirst(child._meta.verbose_name)
                _rewrite_fields(child, _Place(child, f"{name}.{position}", label, write))
            setattr(row, name, children)


def _rewrite_fields(row, place):
    for field in row._meta.concrete_fields:
        if field.editable and not field.choices and not field.is_relation:
            before = getattr(row, field.name)
            after = place.inside(field.name, capfirst(field.verbose_name)).in_field(field, before)
            if after != before:
                setattr(row, field.name, after)


@dataclass(frozen=True)
class _Place:
    """A field or block on the way down to its texts."""

    row: models.Model
    path: str
    label: str
    write: Callable[[Text], str | None]

    def inside(self, name, label=""):
        path = f"{self.path}.{name}" if self.path else str(name)
        labels = [str(part) for part in (self.label, label) if part]
        return _Place(self.row, path, " › ".join(labels), self.write)

    def in_field(self, field, value):
        if isinstance(field, StreamField):
            before = value.get_prep_value()
            after = self.in_block(field.stream_block, before)
            return value if after == before else field.to_python(after)
        if isinstance(field, RichTextField):
            return self._rich(value, field.features)
        if type(field) in {models.CharField, models.TextField}:
            return self._plain(value, field.max_length)
        return value

    def in_block(self, block, value):
        """The stored value of a block, each text in it rewritten."""
        match block:
            case RichTextBlock():
                return self._rich(value, block.features)
            case CharBlock() | TextBlock():
                return self._plain(value, block.field.max_length)
            case StreamBlock() | ListBlock():
                return [self._in_item(block, item) for item in value]
            case StructBlock():
                blocks = block.child_blocks
                return {name: self._in_child(blocks.get(name), name, value[name]) for name in value}
            case TypedTableBlock():
                return value | {"rows": self._in_rows(block, value)}
        return value

    def _in_child(self, block, name, value):
        return self.inside(name).in_block(block, value)

    def _in_item(self, block, item):
        if isinstance(block, ListBlock):
            child, label = block.child_block, ""
        else:
            child = block.child_blocks[item["type"]]
            label = capfirst(child.label)
        return item | {"value": self.inside(item["id"], label).in_block(child, item["value"])}

    def _in_rows(self, block, table):
        columns = [block.child_blocks[column["type"]] for column in table["columns"]]
        return [
            row | {"values": self.inside(number)._in_cells(columns, row["values"])}
            for number, row in enumerate(table["rows"])
        ]

    def _in_cells(self, columns, values):
        cells = enumerate(zip(columns, values, strict=True))
        return [self._in_child(column, number, value) for number, (column, value) in cells]

    def _rich(self, source, features):
        return self._written(source, is_html=True, holds_facts="fact" in (features or []))

    def _plain(self, source, max_length):
        return self._written(source, max_length, is_html=False, holds_facts=False)

    def _written(self, source, max_length=None, *, is_html, holds_facts):
        text = Text(self.path, self.label, source or "", is_html, holds_facts, self.row, max_length)
        written = self.write(text)
        return source if written is None else written
