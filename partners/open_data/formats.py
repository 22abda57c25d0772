"""A publication as JSON, as GeoJSON and as CSV."""

import csv
import json
from datetime import date
from functools import cache
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from coalition.reports.cells import disarmed
from partners.names import site_languages
from partners.open_data import licence
from partners.open_data.record import PartnerRecord, Publication

POINTS = Path(__file__).with_name("points.json")


def as_json(publication: Publication, schema: str) -> bytes:
    partners = [record.as_plain_data() for record in publication.records]
    return _written(_envelope(publication) | {"schema": schema, "partners": partners})


def as_geojson(publication: Publication) -> bytes:
    """RFC 7946; an organisation lies nowhere, so its geometry is null."""
    features = [_feature(record) for record in publication.records]
    collection = {"type": "FeatureCollection"} | _envelope(publication) | {"features": features}
    return _written(collection)


def as_csv(publication: Publication) -> bytes:
    """RFC 4180, with a header; no cell can run as a formula."""
    file = StringIO(newline="")
    rows = csv.DictWriter(file, columns())
    rows.writeheader()
    for record in publication.records:
        rows.writerow({column: disarmed(cell) for column, cell in _cells(record).items()})
    return file.getvalue().encode()


def columns() -> list[str]:
    languages = [code for code, _ in site_languages()]
    return [
        *("id", "kind", "iso_code", "region"),
        *(f"name_{code}" for code in languages),
        *("joined_earliest", "joined_latest", "joined_precision", "ordinal"),
        *("status", "status_from", "website"),
        *(f"page_{code}" for code in languages),
    ]


def _envelope(publication: Publication) -> dict[str, Any]:
    return {
        "as_of": publication.as_of,
        "count": len(publication.records),
        "changed": publication.changed,
        "licence": {
            "name": licence.NAME,
            "url": licence.ADDRESS,
            "attribution": licence.ATTRIBUTION,
        },
    }


def _feature(record: PartnerRecord) -> dict[str, Any]:
    properties = record.as_plain_data()
    point = _points().get(record.iso_code or "")
    return {
        "type": "Feature",
        "id": properties.pop("id"),
        "geometry": point and {"type": "Point", "coordinates": point},
        "properties": properties,
    }


def _cells(record: PartnerRecord) -> dict[str, str]:
    cells = {
        "id": record.id,
        "kind": record.kind,
        "iso_code": record.iso_code,
        "region": record.region,
        "joined_earliest": record.joined.earliest,
        "joined_latest": record.joined.latest,
        "joined_precision": record.joined.precision,
        "ordinal": record.ordinal,
        "status": record.status,
        "status_from": record.status_from,
        "website": record.website,
        **{f"name_{code}": name for code, name in record.names.items()},
        **{f"page_{code}": page for code, page in record.pages.items()},
    }
    return {column: _cell(value) for column, value in cells.items()}


def _cell(value: str | int | date | None) -> str:
    return "" if value is None else str(value)


def _written(data: dict[str, Any]) -> bytes:
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False).encode()


@cache
def _points() -> dict[str, list[float]]:
    """Where to show each territory: longitude and latitude of a point on its land."""
    points: dict[str, list[float]] = json.loads(POINTS.read_text())
    return points
