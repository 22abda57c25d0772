"""Turns the blocks our writers wrote into the values of a page's body."""

from coalition.demo.content import rich_text
from coalition.demo.library import Library


class UnknownBlock(Exception):
    """A content file uses a kind of block that bodies do not have."""


def body_of(blocks: list[dict], library: Library) -> list[tuple]:
    return [(block["type"], _value(block, library)) for block in blocks]


def first_quote(blocks: list[dict]) -> dict:
    """The words a story can be led with, as the story's own fields."""
    quote = next((block for block in blocks if block["type"] == "quote"), None)
    if quote is None:
        return {}
    return {"quote": quote["text"], "speaker": quote["speaker"], "speaker_role": quote["role"]}


def _value(block, library):
    if block["type"] == "figure":
        return _figure(block, library)
    if block["type"] not in WRITTEN:
        raise UnknownBlock(f"The demo's content has a block of unknown type: {block['type']}.")
    return WRITTEN[block["type"]](block)


def _figure(block, library):
    return {
        "image": library.picture(block["picture"], block["alt"]),
        "alt_text": block["alt"],
        "caption": block.get("caption", ""),
    }


def _table(block):
    return {
        "caption": block["caption"],
        "columns": [{"type": "text", "heading": heading} for heading in block["header"]],
        "rows": [{"values": row} for row in block["rows"]],
    }


def _accordion(block):
    return {
        "items": [
            {"title": item["title"], "text": rich_text(item["html"])} for item in block["items"]
        ]
    }


def _embed(block):
    return {
        "url": block["url"],
        "title": block["title"],
        "has_captions": block["has_captions"],
        "transcript": rich_text(block["transcript"]),
    }


def _as_written(*names):
    return lambda block: {name: block[name] for name in names}


WRITTEN = {
    "accordion": _accordion,
    "call_to_action": _as_written("text", "label", "url"),
    # It needs no words: the form has its own.
    "contact_form": lambda block: None,
    "embed": _embed,
    "heading": lambda block: block["text"],
    "key_figures": _as_written("figures"),
    "quote": _as_written("text", "speaker", "role"),
    "table": _table,
    "text": lambda block: rich_text(block["html"]),
}
