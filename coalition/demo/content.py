"""Reads the demo's texts: the files in content/, each holding all languages of one thing."""

import csv
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

CONTENT = Path(__file__).parent / "content"
FILMS = CONTENT / "films"
LANGUAGES = ("en", "fr", "ar")

FACT = re.compile(r"<fact\s+([^<>]*?)\s*/>")


@dataclass(frozen=True)
class Story:
    """A story and its texts, by language; a language without texts is one nobody translated."""

    key: str
    kind: str
    date: date
    state: str
    picture: str
    film: str
    partners: list[str]
    issuers: list[str]
    press_email: str
    topics: list[str]
    lines_of_effort: list[str]
    campaign: str
    texts: Mapping[str, Mapping[str, Any]]


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def read_stories() -> list[Story]:
    """Oldest first, as a newsroom wrote them."""
    return [_story(path) for path in sorted((CONTENT / "stories").glob("*.toml"))]


def read_register() -> list[dict[str, str]]:
    with (CONTENT / "partners.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_languages(things: Mapping[str, Any]) -> dict[str, Any]:
    """The part of a table that differs by language, in the site's order of languages."""
    return {language: things[language] for language in LANGUAGES if language in things}


def rich_text(source: str) -> str:
    """Our writers' HTML in Wagtail's storage form: paragraphs, and facts as typed entities."""
    html = FACT.sub(r'<embed embedtype="fact" \1/>', source.strip())
    return html if html.startswith(("<p>", "<ul>", "<ol>")) else f"<p>{html}</p>"


def _story(path: Path) -> Story:
    source = tomllib.loads(path.read_text(encoding="utf-8"))
    return Story(
        key=path.stem.split("-", maxsplit=3)[3],
        kind=source["kind"],
        date=source["date"],
        state=source.get("state", "live"),
        picture=source.get("picture", ""),
        film=source.get("film", ""),
        partners=source.get("partners", []),
        issuers=source.get("issuers", []),
        press_email=source.get("press_email", ""),
        topics=source.get("topics", []),
        lines_of_effort=source.get("lines_of_effort", []),
        campaign=source.get("campaign", ""),
        texts=in_languages(source),
    )
