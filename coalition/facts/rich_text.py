"""Facts inside rich text: stored as a typed entity, never as text."""

import logging

from django.utils.html import escape
from django.utils.translation import get_language, override
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
)
from wagtail.rich_text import EmbedHandler

from coalition.facts.day import current_day
from coalition.facts.memory import edited_row, value_of
from coalition.facts.registry import UnknownFact, find
from coalition.facts.wording import Form, worded

logger = logging.getLogger(__name__)

ENTITY_TYPE = "FACT"

# Draft.js knows no entity without text; a fact that is gone keeps a visible mark.
UNKNOWN_WORDS = "???"


def quoted_fact(attrs):
    """The fact and the form that an entity's attributes name.

    None, and logged as an error, where they name no fact.
    """
    try:
        return find(attrs["name"]), Form(attrs.get("form", Form.NUMBER))
    except (KeyError, UnknownFact, ValueError):
        logger.error("Rich text quotes a fact that does not exist: %r", attrs)
        return None


class FactHandler(EmbedHandler):
    """For readers: `<embed embedtype="fact" name="…" form="…"/>` becomes the fact's words."""

    identifier = "fact"

    @classmethod
    def expand_db_attributes(cls, attrs):
        quoted = quoted_fact(attrs)
        if quoted is None:
            return ""
        fact, form = quoted
        return escape(worded(fact, value_of(fact, current_day()), form))


def entity_data(fact, form, day, language):
    """What the editor knows of a quoted fact; only `name` and `form` are stored."""
    with override(language):
        words = worded(fact, value_of(fact, day), form)
    return {"name": fact.name, "form": form.value, "label": str(fact.label), "words": words}


class FactElementHandler(InlineEntityElementHandler):
    """For the editor: the entity holds its words, so that the sentence reads as it will."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        quoted = quoted_fact(attrs)
        if quoted is None:
            return {"name": attrs.get("name"), "form": attrs.get("form"), "words": UNKNOWN_WORDS}
        row = edited_row()
        day = getattr(row, "facts_day", None) or current_day()
        locale = getattr(row, "locale", None)
        return entity_data(*quoted, day, locale.language_code if locale else get_language())

    def handle_starttag(self, name, attrs, state, contentstate):
        super().handle_starttag(name, attrs, state, contentstate)
        entity = contentstate.entity_map[state.current_entity_ranges[-1].key]
        state.current_block.text += entity.data["words"]
        state.leading_whitespace = KEEP_WHITESPACE


def fact_element(props):
    """For storage: the entity without its words, which are told anew on every render."""
    return DOM.create_element(
        "embed", {"embedtype": "fact", "name": props.get("name"), "form": props.get("form")}
    )


CONVERSION_RULE = {
    "from_database_format": {'embed[embedtype="fact"]': FactElementHandler(ENTITY_TYPE)},
    "to_database_format": {"entity_decorators": {ENTITY_TYPE: fact_element}},
}
