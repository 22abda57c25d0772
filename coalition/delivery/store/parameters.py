"""What may stand behind a page's question mark, as the page tells the store in a header."""

from collections.abc import Collection, Mapping
from urllib.parse import quote, unquote

# By name, the values that a page understands; None where it takes any.
Parameters = Mapping[str, Collection[str] | None]


def told(parameters: Parameters) -> str:
    return ",".join(
        name if values is None else f"{name}={'|'.join(map(quote, values))}"
        for name, values in parameters.items()
    )


def heard(header: str) -> Parameters:
    named = (each.partition("=") for each in header.split(",") if each)
    return {
        name: [unquote(value) for value in values.split("|")] if has_values else None
        for name, has_values, values in named
    }
