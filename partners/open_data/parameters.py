"""What may be asked of an address: a day, a language; what is empty is not asked."""

import re
from collections.abc import Mapping
from datetime import date
from http import HTTPStatus
from typing import Final

from django.utils import timezone

from partners.names import site_languages

ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# The Coalition has no partners before its founding, and nobody knows those of tomorrow.
FIRST_DAY: Final = date(2014, 9, 10)


class BadParameter(ValueError):
    """A parameter that says nothing we understand."""

    title = "This parameter cannot be understood."
    status = HTTPStatus.BAD_REQUEST

    def __init__(self, parameter: str, detail: str) -> None:
        super().__init__(detail)
        self.parameter = parameter
        self.detail = detail


class NoSuchDay(BadParameter):
    """One of which nothing is told: made-up ones would be pages without end."""

    title = "There is no register of this day."
    status = HTTPStatus.NOT_FOUND


def day_asked_for(parameters: Mapping[str, str]) -> date | None:
    text = parameters.get("as_of")
    if not text:
        return None
    if not ISO_DAY.fullmatch(text):
        raise BadParameter("as_of", "as_of must be a day, written YYYY-MM-DD: 2020-05-31.")
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BadParameter("as_of", "as_of must be a day that the calendar has.") from None
    if not FIRST_DAY <= day <= timezone.localdate():
        raise NoSuchDay("as_of", f"as_of must be a day from {FIRST_DAY} until today.")
    return day


def language_asked_for(parameters: Mapping[str, str], default: str) -> str:
    codes = [code for code, _ in site_languages()]
    code = parameters.get("lang") or default
    if code not in codes:
        raise BadParameter("lang", f"lang must be one of {', '.join(codes)}.")
    return code
