"""What the site is made of: whole, new enough to be safe, and ours to use."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.version import Version

from deploy.licences import are_allowed

PROJECT = Path(__file__).parents[2]
PACKAGES = [
    package
    for package in tomllib.loads((PROJECT / "uv.lock").read_text())["package"]
    if package["source"] != {"virtual": "."}
]
FLOORS = {"django": ("5.2.19", "5.3"), "wagtail": ("8.0.1", "8.1")}


@pytest.mark.parametrize("name", FLOORS)
def test_what_everything_stands_on_has_no_known_weakness(name):
    floor, ceiling = map(Version, FLOORS[name])
    (version,) = [Version(each["version"]) for each in PACKAGES if each["name"] == name]

    assert floor <= version < ceiling


def test_every_package_is_known_by_its_hashes():
    files = {each["name"]: [*each.get("wheels", []), each.get("sdist", {})] for each in PACKAGES}

    unknown = [
        name
        for name, known in files.items()
        if not any(known) or not all("sha256:" in file["hash"] for file in filter(None, known))
    ]

    assert unknown == []


def test_every_image_is_one_that_is_asked_for_with_its_digest():
    deploy = PROJECT / "deploy"
    built = (deploy / "compose.yaml").read_text() + (deploy / "Containerfile").read_text()
    asked = set(
        re.findall(r"^(\w+)=docker\.io/.+@sha256:", (deploy / "example.env").read_text(), re.M)
    )

    images = re.findall(r"^ *(?:image:|FROM) (.+)$", built, re.M)

    assert {re.sub(r"\$\{(\w+)(:\?)?\}", r"\1", image) for image in images} == {
        "coalition-site",
        *asked,
    }


@pytest.mark.parametrize(
    ("terms", "is_allowed"),
    [
        ("MIT", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("", False),
    ],
)
def test_only_terms_that_we_have_agreed_to_are_taken(terms, is_allowed):
    assert are_allowed(terms) == is_allowed
