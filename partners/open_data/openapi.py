"""The OpenAPI document: what programs may ask of us, and how they are answered."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from partners.names import site_languages
from partners.open_data import licence
from partners.open_data.schema import SCHEMA

# What is said of several addresses, or of no partner.
COMPONENTS: Final = Path(__file__).with_name("components.json")
MEDIA_TYPE: Final = "application/vnd.oai.openapi+json"
SVG: Final = "image/svg+xml"


@dataclass(frozen=True)
class Reading:
    """What an address is for, the form and the schema of its answer, and what it may be asked."""

    summary: str
    media_type: str
    schema: str
    parameters: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ("400",)

    def as_plain_data(self) -> dict[str, Any]:
        told = {
            "description": self.summary,
            "headers": {"ETag": _component("headers", "ETag")},
            "content": {self.media_type: {"schema": _component("schemas", self.schema)}},
        }
        others = {status: _component("responses", status) for status in ("304", *self.refusals)}
        parameters = [_component("parameters", name) for name in (*self.parameters, "etag")]
        reading = {
            "summary": self.summary,
            "parameters": parameters,
            "responses": {"200": told} | others,
        }
        return {"get": reading}


READINGS: Final = {
    "/api/partners.json": Reading(
        "The partners of a day, in the order of their ids.",
        "application/json",
        "publication",
        ("as_of",),
        ("400", "404"),
    ),
    "/api/partners.csv": Reading(
        "The partners of a day as a table, whose first line names the columns.",
        "text/csv",
        "text",
        ("as_of",),
        ("400", "404"),
    ),
    "/api/partners.geojson": Reading(
        "The partners of a day as points on a map.",
        "application/geo+json",
        "map",
        ("as_of",),
        ("400", "404"),
    ),
    "/api/partners.schema.json": Reading(
        "The JSON Schema of partners.json.", "application/schema+json", "document"
    ),
    "/api/partners/counter.svg": Reading(
        "Today's number of partners as a picture.", SVG, "text", ("lang",)
    ),
    "/api/partners/map.svg": Reading("Today's partners as a map.", SVG, "text", ("lang",)),
    "/{language}/open-data/changes.atom": Reading(
        "Every change of the membership, the latest first.",
        "application/atom+xml",
        "text",
        ("language",),
        ("400", "404"),
    ),
    "/api/openapi.json": Reading("This document.", MEDIA_TYPE, "document"),
}


def document() -> dict[str, Any]:
    return {
        "openapi": "3.1.1",
        "info": {
            "title": "Open data of the Global Coalition against Daesh",
            "description": "Who is a partner, and since when. No key, no registration.",
            "version": "1",
            "license": {"name": licence.NAME, "url": licence.ADDRESS},
        },
        "servers": [{"url": settings.SITE_URL}],
        "paths": {address: reading.as_plain_data() for address, reading in READINGS.items()},
        "components": _components(),
    }


def _components() -> dict[str, Any]:
    components: dict[str, Any] = json.loads(COMPONENTS.read_text())
    schemas = components["schemas"] | _schemas_of_partners()
    schemas["language"] = {"enum": [code for code, _ in site_languages()]}
    return components | {"schemas": schemas}


def _schemas_of_partners() -> dict[str, Any]:
    """The published JSON Schema in its parts, each a component of its own."""
    publication = json.loads(SCHEMA.read_text().replace("#/$defs/", "#/components/schemas/"))
    parts: dict[str, Any] = publication.pop("$defs")
    partner_without_id = _without("id", parts["partner"])
    return parts | {"publication": publication, "partner_without_id": partner_without_id}


def _without(name: str, schema: dict[str, Any]) -> dict[str, Any]:
    """The schema of the same object with one property less."""
    properties = {key: value for key, value in schema["properties"].items() if key != name}
    required = [key for key in schema["required"] if key != name]
    return schema | {"properties": properties, "required": required}


def _component(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}
