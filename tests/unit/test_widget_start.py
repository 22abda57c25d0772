"""Wagtail's widgets start from data, and no inline script of theirs is left."""

import json
import re
from pathlib import Path

import pytest
import wagtail
from bs4 import BeautifulSoup
from wagtail.admin.widgets import (
    AdminDateInput,
    AdminDateTimeInput,
    AdminPageChooser,
    AdminTimeInput,
)

from coalition.delivery.widget_start import UnknownStart, start

WAGTAIL = Path(wagtail.__file__).parent
INLINE_SCRIPT = re.compile(r"<script(?![^>]*\b(?:src|type=.application/json))[^>]*>")
HOSTILE = """'"><script>alert(1)</script>"""
# What Wagtail has, we have replaced: another one in another version must be looked at.
REPLACED = {
    "admin/templates/wagtailadmin/panels/inline_panel.html",
    "admin/templates/wagtailadmin/panels/multiple_chooser_panel.html",
    "admin/templates/wagtailadmin/widgets/date_input.html",
    "admin/templates/wagtailadmin/widgets/datetime_input.html",
    "admin/templates/wagtailadmin/widgets/time_input.html",
    "admin/widgets/chooser.py",
}
# Of a part of Wagtail that is not installed.
NOT_USED = "contrib/search_promotions"


def calls_in(html):
    soup = BeautifulSoup(html, "html.parser")
    assert not soup.find("script")
    return [
        (start["data-call"], json.loads(start["data-arguments"]))
        for start in soup.find_all("widget-start")
    ]


def test_a_call_becomes_data():
    html = start(f"new PageChooser({json.dumps('id_a')}, {json.dumps({'title': HOSTILE})});")

    assert calls_in(html) == [("PageChooser", ["id_a", {"title": HOSTILE}])]


@pytest.mark.parametrize("script", ["", "one(); two()", "let a = 1;"])
def test_what_is_no_call_is_not_swallowed(script):
    with pytest.raises(UnknownStart):
        start(script)


@pytest.mark.parametrize(
    ("widget", "call"),
    [
        (AdminDateInput, "initDateChooser"),
        (AdminTimeInput, "initTimeChooser"),
        (AdminDateTimeInput, "initDateTimeChooser"),
    ],
)
def test_a_picker_of_dates_starts_without_a_script(widget, call):
    html = widget().render("day", None, {"id": "id_day"})

    ((told, (field, options)),) = calls_in(html)

    assert (told, field, bool(options["format"])) == (call, "id_day", True)


def test_a_chooser_starts_without_a_script():
    html = AdminPageChooser().render("page", None, {"id": "id_page"})

    ((call, (field, options)),) = calls_in(html)

    assert (call, field) == ("PageChooser", "id_page")
    assert options["modalUrl"].startswith("/admin/")


def test_wagtail_has_no_inline_script_that_we_have_not_replaced():
    files = [*WAGTAIL.rglob("templates/**/*.html"), WAGTAIL / "admin/widgets/chooser.py"]
    found = {
        str(file.relative_to(WAGTAIL))
        for file in files
        if "test" not in file.parts and INLINE_SCRIPT.search(file.read_text())
    }

    assert {name for name in found if not name.startswith(NOT_USED)} == REPLACED
