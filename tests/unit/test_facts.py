"""Facts: how a number with a name is worded, quoted and stored."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import ngettext, override
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from coalition.facts import registry
from coalition.facts.day import as_of, current_day
from coalition.facts.memory import RememberFacts
from coalition.facts.rich_text import FactHandler
from coalition.facts.templatetags.facts import prose
from coalition.facts.wording import Form, number, ordinal, worded

QUOTED = '<p>The <embed embedtype="fact" name="bridges" form="ordinal"/> bridge.</p>'


@pytest.fixture
def bridges(monkeypatch):
    """A fact that was 82 until 2021 and is 83 since."""
    monkeypatch.setattr(registry, "_facts", {})
    fact = registry.Fact(
        name="bridges",
        label="Bridges",
        value_on=lambda day: 82 if day.year < 2021 else 83,
        counted=lambda value: (
            ngettext("%(count)s bridge", "%(count)s bridges", value) % {"count": number(value)}
        ),
    )
    registry.register(fact)
    return fact


@pytest.mark.parametrize(
    ("language", "value", "words"),
    [
        ("en", 1, "1st"),
        ("en", 2, "2nd"),
        ("en", 3, "3rd"),
        ("en", 11, "11th"),
        ("en", 82, "82nd"),
        ("en", 100, "100th"),
        ("en", 103, "103rd"),
        ("fr", 1, "1er"),
        ("fr", 2, "2e"),
        ("fr", 82, "82e"),
        ("ar", 82, "82"),
    ],
)
def test_words_an_ordinal_as_the_language_does(language, value, words):
    with override(language):
        assert ordinal(value) == words


def test_groups_digits_as_the_language_does():
    with override("fr"):
        assert number(110000) == "110\u202f000"


def test_words_a_fact_in_each_form(bridges):
    assert [worded(bridges, 82, form) for form in Form] == ["82", "82nd", "82 bridges"]


def test_tells_a_fact_for_the_day_that_is_set(bridges):
    with as_of(date(2020, 5, 31)):
        assert FactHandler.expand_db_attributes({"name": "bridges"}) == "82"


def test_tells_todays_fact_when_no_day_is_set(bridges):
    with as_of(None):
        assert FactHandler.expand_db_attributes({"name": "bridges"}) == "83"


def test_forgets_the_day_when_the_dated_page_is_done():
    with as_of(date(2020, 5, 31)):
        pass
    assert current_day().year > 2020


def test_shows_nothing_for_a_fact_that_does_not_exist(bridges, caplog):
    assert FactHandler.expand_db_attributes({"name": "tunnels"}) == ""
    assert "tunnels" in caplog.text


def test_a_dated_page_keeps_its_number(bridges):
    class Story:
        facts_day = date(2020, 5, 31)

    assert prose(QUOTED, Story()) == "<p>The 82nd bridge.</p>"
    assert prose(QUOTED) == "<p>The 83rd bridge.</p>"


def test_the_editor_shows_the_words_and_stores_only_the_entity(bridges):
    converter = ContentstateConverter(features=["fact"])
    in_editor = converter.from_database_format(QUOTED)
    assert "The 83rd bridge." in in_editor
    stored = converter.to_database_format(in_editor)
    assert '<embed embedtype="fact" name="bridges" form="ordinal"/>' in stored
    assert "83" not in stored


def test_asks_for_a_fact_once_a_request(bridges):
    asked = []
    counting = replace(bridges, value_on=lambda day: asked.append(day) or 82)
    registry.register(counting)

    RememberFacts(lambda request: [prose(QUOTED), prose(QUOTED)])(None)

    assert len(asked) == 1
