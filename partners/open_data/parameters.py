"""What may be asked of an address: a day, a language; what is empty is not asked."""

import re
from collections.abc import Mapping
from datetime import date

from partners.names import site_languages

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class BadParameter(ValueError):
    """A parameter that says nothing we understand."""

    def __init__(self, parameter: str, detail: str) -> None:
        super().__init__(detail)
        self.parameter = parameter
        self.detail = detail


def day_asked_for(parameters: Mapping[str, str]) -> date | None:
    text = parameters.get("as_of")
    if not text:
        return None
    if not ISO_DAY.fullmatch(text):
        raise BadParameter("as_of", "as_of must be a day, written YYYY-MM-DD: 2020-05-31.")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadParameter("as_of", "as_of must be a day that the calendar has.") from None


def language_asked_for(parameters: Mapping[str, str], default: str) -> str:
    codes = [code for code, _ in site_languages()]
    code = parameters.get("lang") or default
    if code not in codes:
        raise BadParameter("lang", f"lang must be one of {', '.join(codes)}.")
    return code
