"""What every stylesheet keeps to: its layer, and directions that turn with the text."""

import re

import pytest
from django.conf import settings

from coalition.storage import joined_stylesheets

STATIC = settings.BASE_DIR / "static"
STYLESHEETS = sorted(str(path.relative_to(STATIC)) for path in STATIC.rglob("*.css"))
COMPONENTS = [name for name in STYLESHEETS if name.startswith("css/")]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SIDE = "(?:left|right|top|bottom)"
# A declaration: what a media query asks for may well be a width.
PHYSICAL = re.compile(
    rf"""
    (?:^|[;{{]) \s* (?:
        (?:(?:margin|padding|border|scroll-margin|scroll-padding)-)? {SIDE} (?:-[a-z-]+)?
        | border-{SIDE}-{SIDE}-radius
        | (?:(?:min|max)-)? (?:width|height)
        | (?:text-align|float|clear) \s* : \s* (?:left|right) \b [^;}}]*
    ) \s* [:;}}]
    """,
    re.VERBOSE | re.MULTILINE,
)
# What a browser's own letters or paper decide is in other units.
TYPED_SIZE = re.compile(r"font-size: [^;]*?[\d.]rem[^;]*|font: [^;]*?[\d.]rem[^;]*")
# Single lines, and room enough for any script.
CLOSE_LINES = re.compile(r"^.*line-height: 1\.[0-7]\d*\b.*$", re.MULTILINE)
# Whoever writes one for a language has thought of it.
OF_A_LANGUAGE = re.compile(r":lang\(|\[lang=")


def read(name):
    return COMMENT.sub("", (STATIC / name).read_text())


def physical(css):
    return [found.strip() for found in PHYSICAL.findall(css)]


@pytest.mark.parametrize("name", STYLESHEETS)
def test_nothing_says_left_or_right(name):
    assert physical(read(name)) == []


@pytest.mark.parametrize(
    "declaration",
    [
        "margin-left: 1em",
        "padding-right: 0",
        "border-top: 1px solid",
        "border-left-color: red",
        "border-top-left-radius: 0",
        "right: 0",
        "max-width: 10rem",
        "height: 1px",
        "text-align: left",
        "float: right",
    ],
)
def test_what_would_not_turn_is_found(declaration):
    assert physical(f".card {{ {declaration}; }}")
    assert physical(f".card {{\n    color: red;\n    {declaration}\n}}")


@pytest.mark.parametrize("name", COMPONENTS)
def test_every_rule_stands_in_a_layer(name):
    outermost = re.findall(r"^[^\s}].*", read(name), re.MULTILINE)

    assert outermost
    assert [rule for rule in outermost if not rule.startswith("@layer ")] == []


@pytest.mark.parametrize("name", COMPONENTS)
def test_letters_have_sizes_of_the_scale(name):
    assert TYPED_SIZE.findall(read(name)) == []


@pytest.mark.parametrize("name", COMPONENTS)
def test_lines_have_the_room_that_arabic_needs(name):
    lines = CLOSE_LINES.findall(read(name))

    assert [line for line in lines if not OF_A_LANGUAGE.search(line)] == []


@pytest.mark.parametrize("name", COMPONENTS)
def test_no_list_loses_its_meaning_in_safari(name):
    """There, one without any kind of marker is not announced as a list."""
    rules = re.findall(r"([^{}]*)\{[^{}]*list-style(?:-type)?: none", read(name))

    assert [rule.strip() for rule in rules if "summary" not in rule] == []


def test_only_what_browsers_read_travels(tmp_path):
    (tmp_path / "tokens.css").write_text("@layer a, b;\n\n:root {\n    --ink: black;\n}\n")
    (tmp_path / "way.css").write_text(
        "/* The way here; where from. */\n@layer b {\n    .way,\n    .road {\n        color: red;\n"
        '\n        &::after { content: " / "; }\n    }\n}\n'
    )

    assert joined_stylesheets(tmp_path) == (
        "@layer a, b;:root{--ink: black;}"
        '@layer b{.way,\n.road{color: red;&::after{content: " / ";}}}'
    )
