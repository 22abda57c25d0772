"""The shape of `partners.json`, which does not change without a new address."""

import json
from pathlib import Path
from typing import Any

SCHEMA = Path(__file__).with_name("schema.json")


def schema_at(address: str) -> dict[str, Any]:
    """The JSON Schema, knowing where it is published."""
    schema: dict[str, Any] = json.loads(SCHEMA.read_text())
    return {"$id": address} | schema
