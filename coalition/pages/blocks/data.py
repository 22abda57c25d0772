"""Figures and tables inside a body."""

import re

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, DateBlock, ListBlock, StructBlock
from wagtail.contrib.typed_table_block.blocks import (
    TypedTableBlock,
    TypedTableBlockValidationError,
)

from coalition.pages.blocks.text import Prose

NUMBER = re.compile(r"[-−+~≈<>£$€]*\s*\d[\d\s.,%]*")


class KeyFigure(StructBlock):
    """A number with what it counts, where it comes from and when it was true."""

    value = CharBlock(
        label=_("Figure"),
        max_length=24,
        help_text=_("With its unit: “110,000 km²”. Counts of partners are inserted as facts."),
    )
    label = CharBlock(label=_("What it counts"), max_length=120)
    source = CharBlock(label=_("Source"), max_length=160)
    as_of = DateBlock(label=_("True on"))

    class Meta:
        icon = "order"
        label = _("Figure")


class KeyFigures(StructBlock):
    """Up to four numbers side by side."""

    figures = ListBlock(KeyFigure(), label=_("Figures"), min_num=1, max_num=4)

    class Meta:
        icon = "order"
        template = "blocks/key_figures.html"
        label = _("Key figures")
        description = _("Up to four numbers, each with its source.")
        preview_value = {
            "figures": [
                {"value": "110,000 km²", "label": _("no longer under Daesh's rule")},
                {"value": "5", "label": _("lines of effort")},
            ]
        }


class Table(TypedTableBlock):
    """Rows and columns; the first row names the columns."""

    text = CharBlock(label=_("Text"), required=False)
    prose = Prose(label=_("Text with links"), required=False)

    def clean(self, value):
        cleaned = super().clean(value)
        if not cleaned.caption:
            message = _("Give the table a caption: it says what is compared.")
            raise TypedTableBlockValidationError(non_block_errors=[message])
        return cleaned

    def get_context(self, value, parent_context=None):
        """With `rows` of pairs: a cell, and whether it stands in a column of numbers."""
        context = super().get_context(value, parent_context)
        columns = [[row["values"][i] for row in value.row_data] for i in range(len(value.columns))]
        are_numbers = [is_column_of_numbers(column) for column in columns]
        context["columns"] = list(zip(value.columns, are_numbers, strict=True))
        context["rows"] = [list(zip(row, are_numbers, strict=True)) for row in value.rows]
        return context

    class Meta:
        icon = "table"
        template = "blocks/table.html"
        label = _("Table")
        description = _("Rows and columns, for comparing. Give it a caption.")
        preview_value = {
            "caption": _("Support by sector"),
            "columns": [
                {"type": "text", "heading": _("Sector")},
                {"type": "text", "heading": _("Works")},
            ],
            "rows": [{"values": [_("Water"), "12"]}, {"values": [_("Schools"), "31"]}],
        }


def is_column_of_numbers(cells):
    texts = [str(cell).strip() for cell in cells]
    return any(texts) and all(NUMBER.fullmatch(text) for text in texts if text)
