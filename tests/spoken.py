"""Which words of a page are not in the language that the page says they are in."""

import re
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from bs4 import BeautifulSoup

FRENCH = Path(__file__).parents[1] / "coalition/locale/fr/LC_MESSAGES/django.po"
READ_ALOUD = {"alt", "aria-label", "placeholder", "title"}
# What Arabic readers know by its own letters.
NAMES = {
    *("Facebook", "Telegram", "WhatsApp", "YouTube"),
    *("Atom", "CSV", "ETag", "GeoJSON", "JSON", "JavaScript", "OpenAPI", "Schema", "UTF-8"),
    *("AA", "WCAG", "CLDR", "UTC", "CC", "BY", "Natural", "Earth"),
    *("ISIL", "ISIS", "Global", "Privacy", "Control"),
    *("Big", "Buck", "Bunny", "Blender"),
}
# Its letters may be words elsewhere, so it is known whole.
STANDARD = re.compile(r"\bEN 301 549\b")
LATIN = re.compile(r"[^\s«»()،؛]*[A-Za-z]{2,}[^\s«»()،؛]*")
QUOTED = re.compile("«[^»]*»")
ARABIC = re.compile(r"[\u0620-\u064a]{2,}")


def foreign_words(html, language):
    """Words in another script or, in French, of our own and in English.

    Left out are names, addresses and handles, what is quoted between « and », and what is marked
    as of another language.
    """
    for text, marked in _spoken(BeautifulSoup(html, "html.parser")):
        if marked and marked["lang"] == language:
            yield from _foreign(text, language)


def _spoken(page):
    """All that is seen or read aloud, with the element that says in which language it is."""
    for element in page.select("script, style, code, pre, bdi"):
        element.extract()
    for text in page.find_all(string=True):
        yield text, text.find_parent(attrs={"lang": True})
    for element in page.select(", ".join(f"[{name}]" for name in READ_ALOUD)):
        marked = element if element.has_attr("lang") else element.find_parent(attrs={"lang": True})
        for name in READ_ALOUD & element.attrs.keys():
            yield element[name], marked


def _foreign(text, language):
    if language != "ar":
        yield from ARABIC.findall(QUOTED.sub("", text))
    else:
        words = (word.strip(".,:") for word in LATIN.findall(STANDARD.sub("", text)))
        yield from (word for word in words if word not in NAMES and not re.search("[@#./]", word))
    if language == "fr" and " ".join(text.split()) in our_english():
        yield text


@cache
def our_english():
    """What the interface says otherwise in French."""
    with FRENCH.open("rb") as file:
        messages = [each for each in read_po(file, locale="fr") if each.id]
    return {each.id for each in messages if each.id != each.string}
