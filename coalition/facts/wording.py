"""How a fact is written in the active language."""

from enum import StrEnum

from babel import Locale
from babel.numbers import format_decimal
from django.utils.translation import get_language

from coalition.facts.registry import Fact


class Form(StrEnum):
    """The ways prose may quote a fact."""

    NUMBER = "number"
    ORDINAL = "ordinal"
    COUNTED = "counted"


# CLDR gives ordinal categories, not the letters: these are each language's own, by category.
# Arabic has none: its ordinals are words that agree with their noun in gender, case and
# definiteness («الشريكة الثانية والثمانون», «للشريك الثاني والثمانين»), which a fact cannot know.
# Its prose writes «الشريك رقم 82», so there an ordinal is the plain number.
ORDINAL_SUFFIXES = {
    "en": {"one": "st", "two": "nd", "few": "rd", "other": "th"},
    "fr": {"one": "er", "other": "e"},
}


def number(value: int) -> str:
    return format_decimal(value, locale=_locale())


def ordinal(value: int) -> str:
    locale = _locale()
    suffixes = ORDINAL_SUFFIXES.get(locale.language, {})
    return number(value) + suffixes.get(locale.ordinal_form(value), "")


def worded(fact: Fact, value: int, form: Form) -> str:
    match form:
        case Form.NUMBER:
            return number(value)
        case Form.ORDINAL:
            return ordinal(value)
        case Form.COUNTED:
            return fact.counted(value)


def forms_of(fact: Fact) -> list[Form]:
    return [form for form in Form if form is not Form.ORDINAL or fact.has_ordinal]


def _locale() -> Locale:
    return Locale.parse(get_language() or "en", sep="-")
