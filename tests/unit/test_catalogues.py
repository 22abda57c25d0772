"""Every word of the interface is translated, and no catalogue keeps what nobody says any more."""

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.extract import extract
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

PROJECT = Path(__file__).parents[2]
ROOMS = ("coalition", "news", "partners")
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}


def messages_in(source):
    """Context and words of every call that translates; of plurals the singular tells them apart."""
    for _line, words, _comments, context in extract("python", BytesIO(source.encode()), KEYWORDS):
        yield context, words if isinstance(words, str) else words[0]


def as_python(template):
    """The calls that a template makes, on one line: Django keeps the template's indentation."""
    return templatize(template).replace("\n", " ").strip()


@cache
def messages_of_the_interface():
    modules = [path.read_text() for room in ROOMS for path in PROJECT.glob(f"{room}/**/*.py")]
    templates = [as_python(path.read_text()) for path in PROJECT.glob("templates/**/*.*")]
    return {message for source in [*modules, *templates] for message in messages_in(source)}


@pytest.fixture(params=["ar", "fr"])
def catalogue(request):
    path = PROJECT / f"coalition/locale/{request.param}/LC_MESSAGES/django.po"
    with path.open("rb") as file:
        return [message for message in read_po(file, locale=request.param) if message.id]


def key(message):
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def is_translated(message):
    words = [message.string] if isinstance(message.string, str) else message.string
    return all(words) and not message.fuzzy


def test_every_word_has_its_place(catalogue):
    assert messages_of_the_interface() - {key(message) for message in catalogue} == set()


def test_every_word_is_translated(catalogue):
    assert [message.id for message in catalogue if not is_translated(message)] == []


def test_no_word_is_left_over(catalogue):
    assert {key(message) for message in catalogue} - messages_of_the_interface() == set()


def test_translations_keep_the_placeholders(catalogue):
    assert [error for message in catalogue for error in message.check()] == []
