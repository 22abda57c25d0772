"""Facts inside rich text: stored as a typed entity, never as text."""

import logging

from django.utils.html import escape
from wagtail.rich_text import EmbedHandler

from coalition.facts.day import current_day
from coalition.facts.registry import UnknownFact, find
from coalition.facts.wording import Form, worded

logger = logging.getLogger(__name__)


class FactHandler(EmbedHandler):
    """Turns `<embed embedtype="fact" name="…" form="…"/>` into the fact's words."""

    identifier = "fact"

    @classmethod
    def expand_db_attributes(cls, attrs):
        try:
            fact = find(attrs["name"])
            form = Form(attrs.get("form", Form.NUMBER))
        except (KeyError, UnknownFact, ValueError):
            logger.error("Rich text quotes a fact that does not exist: %r", attrs)
            return ""
        return escape(worded(fact, fact.value_on(current_day()), form))
