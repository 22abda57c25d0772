"""The number of partners is never typed: prose quotes it as a fact, templates ask for it."""

import re
import tomllib
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
CONTENT = sorted((PROJECT / "coalition/demo/content").rglob("*.toml"))
TEMPLATES = sorted((PROJECT / "templates").rglob("*.html"))

# The Coalition never had fewer partners than sixty, nor a hundred, since anyone counted.
COUNT = (
    r"(?<![\d.,/-])[6-9]\d(?:st|nd|rd|th|er|e|ème)?(?![\d%/-]|[.,]\d|\s?%)"
    r"|\b(?:six|seven|eigh|nine)t(?:y|ieth)\b"
    r"|\bsoixante|\bquatre-vingt"
    r"|(?:ست|سبع|ثمان|تسع)(?:ون|ين)\b"
)
PARTNER = (
    r"\b(?:partner|member|nation|countr|state|partenaire|membre|pays|état)\w*"
    r"|(?:شريك|شركاء|عضو|أعضاء|دولة|بلد)\w*"
)
APART = r"[^\w\n]+"
BETWEEN = rf"(?:-\w+)*{APART}(?:[\w-]+{APART}){{0,2}}"
TYPED_COUNT = re.compile(
    rf"(?:{COUNT}){BETWEEN}(?:{PARTNER})|(?:{PARTNER}){APART}(?:\w+{APART})?(?:{COUNT})",
    re.IGNORECASE,
)
INSIDE_A_SENTENCE = re.compile(r"</?(?:a|b|bdi|em|i|span|strong)\b[^<>]*>|\{[%{#].*?[%}#]\}")
BETWEEN_SENTENCES = re.compile(r"<[^<>]*>")


def typed_counts(text):
    line = INSIDE_A_SENTENCE.sub(" ", " ".join(text.split()))
    return [found.group() for found in TYPED_COUNT.finditer(BETWEEN_SENTENCES.sub("\n", line))]


def texts_in(value):
    """Every text a reader may see; sources are notes of our own."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = [part for name, part in value.items() if name != "sources"]
    return [text for part in value for text in texts_in(part)] if isinstance(value, list) else []


def named(paths):
    return [pytest.param(path, id=str(path.relative_to(PROJECT))) for path in paths]


@pytest.mark.parametrize(
    "text",
    [
        "The Coalition has 82 members.",
        "It is the 82nd partner.",
        "Today <b>82</b> states and organisations work together.",
        "eighty-two partners",
        "All eighty-two of its partners",
        "La Coalition compte 82 partenaires",
        "Le 82e pays membre",
        "quatre-vingt-deux membres",
        "يضم التحالف 82 شريكًا",
        "الشريك رقم 82",
        "اثنان وثمانون شريكًا",
        "اثنين وثمانين دولة",
        "{% translate 'Partners' %}: 82 partners",
    ],
)
def test_recognises_a_typed_count(text):
    assert typed_counts(text)


@pytest.mark.parametrize(
    "text",
    [
        "It counts <fact name='partners' form='counted'/>.",
        "the five members of the group",
        "About 78% of what it held, in two countries",
        "in March 1967 states met",
        "40,000 fighters from 110 countries",
        "{{ value|default:82 }} partners",
        "<tr><td>82</td><td>Which partner it was to join</td></tr>",
    ],
)
def test_leaves_other_numbers_alone(text):
    assert typed_counts(text) == []


@pytest.mark.parametrize("path", named(CONTENT))
def test_demo_content_types_no_count_of_partners(path):
    texts = texts_in(tomllib.loads(path.read_text(encoding="utf-8")))

    assert [found for text in texts for found in typed_counts(text)] == []


@pytest.mark.parametrize("path", named(TEMPLATES))
def test_templates_type_no_count_of_partners(path):
    assert typed_counts(path.read_text(encoding="utf-8")) == []
