"""The order of the rooms in pyproject.toml names every room there is."""

import tomllib
from pathlib import Path

PROJECT = Path(__file__).parents[2]
LINTER = tomllib.loads((PROJECT / "pyproject.toml").read_text())["tool"]["importlinter"]


def packages_in(folder):
    return {file.parent for file in folder.glob("*/__init__.py")}


def modules_in(folder):
    return {file for file in folder.glob("*.py") if file.stem != "__init__"}


BESIDE_COALITION = packages_in(PROJECT) - {PROJECT / "coalition"}
ROOMS = BESIDE_COALITION | packages_in(PROJECT / "coalition")


def test_every_room_and_module_has_its_place():
    inside = packages_in(PROJECT / "coalition") | modules_in(PROJECT / "coalition")
    names = {f"coalition.{path.stem}" for path in inside} | {path.name for path in BESIDE_COALITION}

    (contract,) = LINTER["contracts"]

    assert names == {name for layer in contract["layers"] for name in layer.split(" | ")}


def test_import_linter_looks_at_every_root():
    assert set(LINTER["root_packages"]) == {path.name for path in packages_in(PROJECT)}


def test_every_room_says_which_question_it_answers():
    silent = [room.name for room in ROOMS if '?"""' not in (room / "__init__.py").read_text()]

    assert silent == []


def test_the_readme_names_every_room():
    readme = (PROJECT / "README.md").read_text()

    assert [room.name for room in ROOMS if f"`{room.name}`" not in readme] == []
