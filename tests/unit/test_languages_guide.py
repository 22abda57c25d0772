"""Whoever adds a language is told of every table that has a line for each."""

import ast
from pathlib import Path

from django.conf import settings

PROJECT = Path(__file__).parents[2]
GUIDE = (PROJECT / "docs/adding-a-language.md").read_text()
LANGUAGES = dict(settings.LANGUAGES).keys()
# What was written once, and the demo, speak their languages and no others.
LEFT_OUT = {"demo", "migrations"}


def tables_by_language():
    for room in ("coalition", "news", "partners"):
        for path in PROJECT.glob(f"{room}/**/*.py"):
            if not LEFT_OUT & {*path.parts}:
                yield from tables_in(ast.parse(path.read_text()))


def tables_in(module):
    for statement in module.body:
        match statement:
            case (
                ast.Assign(targets=[ast.Name(name)], value=ast.Dict(keys))
                | ast.AnnAssign(target=ast.Name(name), value=ast.Dict(keys))
            ) if keys and {getattr(key, "value", None) for key in keys} <= LANGUAGES:
                yield name


def test_the_guide_names_each():
    assert [name for name in tables_by_language() if f"`{name}`" not in GUIDE] == []
