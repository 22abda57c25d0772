"""Facts: how a number with a name is worded, quoted and stored."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils.translation import ngettext, override
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Locale

from coalition.facts import registry
from coalition.facts.day import as_of, current_day
from coalition.facts.memory import RememberFacts, begin_editing
from coalition.facts.rich_text import FactHandler
from coalition.facts.templatetags.facts import fact, plain, prose
from coalition.facts.wording import Form, forms_of, number, ordinal, worded

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


ORDINALS = {
    "en": "0th 1st 2nd 3rd 11th 82nd 100th 103rd",
    "fr": "0e 1er 2e 3e 11e 82e 100e 103e",
    "ar": "0 1 2 3 11 82 100 103",
}


@pytest.mark.parametrize("language", ORDINALS)
def test_words_an_ordinal_as_the_language_does(language):
    with override(language):
        assert (
            " ".join(ordinal(value) for value in (0, 1, 2, 3, 11, 82, 100, 103))
            == (ORDINALS[language])
        )


def test_groups_digits_as_the_language_does():
    with override("fr"):
        assert number(110000) == "110\u202f000"


def test_words_a_fact_in_each_form(bridges):
    assert [worded(bridges, 82, form) for form in Form] == ["82", "82nd", "82 bridges"]


def test_offers_an_ordinal_only_of_facts_that_have_one(bridges):
    assert forms_of(bridges) == [Form.NUMBER, Form.COUNTED]
    assert forms_of(replace(bridges, has_ordinal=True)) == list(Form)


def test_tells_a_living_fact_in_a_template(bridges):
    assert fact("bridges", "counted") == "83 bridges"


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


def test_tells_facts_in_plain_text_too(bridges):
    assert plain(QUOTED + "<p>A &amp; B</p>") == "The 83rd bridge. A & B"
    assert plain("") == ""


def test_the_editor_shows_the_words_and_stores_only_the_entity(bridges):
    converter = ContentstateConverter(features=["fact"])
    in_editor = converter.from_database_format(QUOTED)
    assert "The 83rd bridge." in in_editor
    stored = converter.to_database_format(in_editor)
    assert '<embed embedtype="fact" name="bridges" form="ordinal"/>' in stored
    assert "83" not in stored
    assert "Bridges" not in stored


def test_the_editor_shows_the_words_that_its_page_tells(bridges):
    class Page:
        facts_day = date(2020, 5, 31)
        locale = Locale(language_code="fr")

    def open_editor(request):
        begin_editing(Page())
        return ContentstateConverter(features=["fact"]).from_database_format(QUOTED)

    assert "The 82e bridge." in RememberFacts(open_editor)(None)
    assert "The 83rd bridge." in ContentstateConverter(features=["fact"]).from_database_format(
        QUOTED
    )


def test_the_editor_marks_a_fact_that_is_gone(bridges):
    gone = QUOTED.replace("bridges", "tunnels")

    assert "The ??? bridge." in ContentstateConverter(features=["fact"]).from_database_format(gone)


def test_asks_for_a_fact_once_a_request(bridges):
    asked = []
    counting = replace(bridges, value_on=lambda day: asked.append(day) or 82)
    registry.register(counting)

    RememberFacts(lambda request: [prose(QUOTED), prose(QUOTED)])(None)

    assert len(asked) == 1
