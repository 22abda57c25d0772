"""Puts facts into Wagtail's rich text and its toolbar."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from coalition.facts.rich_text import CONVERSION_RULE, ENTITY_TYPE, FactHandler
from coalition.facts.views import choose_fact


@hooks.register("register_admin_urls")
def register_chooser():
    return [path("facts/choose/", choose_fact, name="choose_fact")]


@hooks.register("register_rich_text_features")
def register_facts(features):
    features.register_embed_type(FactHandler)
    features.register_converter_rule("contentstate", "fact", CONVERSION_RULE)
    features.register_editor_plugin(
        "draftail",
        "fact",
        EntityFeature(
            {
                "type": ENTITY_TYPE,
                "icon": "order",
                "description": _("A number that keeps itself right"),
                "attributes": ["name", "form"],
                "chooserUrls": {"fact": reverse_lazy("choose_fact")},
            },
            js=["admin/fact-entity.js"],
        ),
    )
