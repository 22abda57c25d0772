"""Facts inside rich text: stored as a typed entity, never as text."""

import logging

from django.utils.html import escape
from draftjs_exporter.dom import DOM
from wagtail.admin.rich_text.converters.html_to_contentstate import (
    KEEP_WHITESPACE,
    InlineEntityElementHandler,
)
from wagtail.rich_text import EmbedHandler

from coalition.facts.day import current_day
from coalition.facts.memory import value_of
from coalition.facts.registry import UnknownFact, find
from coalition.facts.wording import Form, worded

logger = logging.getLogger(__name__)

ENTITY_TYPE = "FACT"


def fact_words(attrs):
    """The words of the fact that an entity's attributes name, on the day facts are told for.

    Empty, and logged as an error, where the attributes name no fact.
    """
    try:
        fact = find(attrs["name"])
        form = Form(attrs.get("form", Form.NUMBER))
    except (KeyError, UnknownFact, ValueError):
        logger.error("Rich text quotes a fact that does not exist: %r", attrs)
        return ""
    return worded(fact, value_of(fact, current_day()), form)


class FactHandler(EmbedHandler):
    """For readers: `<embed embedtype="fact" name="…" form="…"/>` becomes the fact's words."""

    identifier = "fact"

    @classmethod
    def expand_db_attributes(cls, attrs):
        return escape(fact_words(attrs))


class FactElementHandler(InlineEntityElementHandler):
    """For the editor: the entity holds today's words, so that the sentence reads as it will."""

    mutability = "IMMUTABLE"

    def get_attribute_data(self, attrs):
        return {"name": attrs.get("name"), "form": attrs.get("form", Form.NUMBER)}

    def handle_starttag(self, name, attrs, state, contentstate):
        super().handle_starttag(name, attrs, state, contentstate)
        # Draft.js knows no entity without text; a fact that is gone keeps a visible mark.
        state.current_block.text += fact_words(dict(attrs)) or "???"
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
