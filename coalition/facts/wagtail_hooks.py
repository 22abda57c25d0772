"""Makes facts known to Wagtail's rich text."""

from wagtail import hooks

from coalition.facts.rich_text import FactHandler


@hooks.register("register_rich_text_features")
def register_facts(features):
    features.register_embed_type(FactHandler)
