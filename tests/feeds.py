"""Feeds, as programs read them."""

import json
from xml.etree import ElementTree

COUNTED = '<embed embedtype="fact" name="partners" form="counted"/>'


def as_atom(visitor, index, query=""):
    response = visitor.get(f"{index.url}feed/{query}")
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own feed.


def as_json(visitor, index, query=""):
    response = visitor.get(f"{index.url}feed.json{query}")
    assert response["Content-Type"].startswith("application/feed+json")
    return json.loads(response.content)
