"""Puts facts into Wagtail's rich text and its toolbar."""

from django.urls import path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.rich_text.editors.draftail.features import EntityFeature

from coalition.facts.hand_typed.views import replace_typed_number, warn
from coalition.facts.memory import begin_editing
from coalition.facts.report import FactUseReport
from coalition.facts.rich_text import CONVERSION_RULE, ENTITY_TYPE, FactHandler
from coalition.facts.views import choose_fact
from coalition.reports.report import register_report

register_report(FactUseReport)


class FactFeature(EntityFeature):
    """A button in the toolbar, and a plugin of the same name that keeps quoted facts whole."""

    def construct_options(self, options):
        super().construct_options(options)
        options.setdefault("plugins", []).append({"type": ENTITY_TYPE})


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path("facts/choose/", choose_fact, name="choose_fact"),
        path("facts/replace/<int:page_pk>/", replace_typed_number, name="replace_typed_number"),
    ]


@hooks.register("register_rich_text_features")
def register_facts(features):
    features.register_embed_type(FactHandler)
    features.register_converter_rule("contentstate", "fact", CONVERSION_RULE)
    features.register_editor_plugin(
        "draftail",
        "fact",
        FactFeature(
            {
                "type": ENTITY_TYPE,
                "icon": "order",
                "description": _("Fact: a number that keeps itself right"),
                "attributes": ["name", "form", "label", "words"],
                "chooserUrls": {"fact": reverse_lazy("choose_fact")},
            },
            js=["admin/fact-entity.js", "admin/whole-facts.js"],
        ),
    )


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def show_facts_as_this_row_tells_them(request, row):
    begin_editing(row)


@hooks.register("before_edit_page")
def warn_of_typed_numbers(request, page):
    """Whenever the editor opens, which is also what follows on saving a draft."""
    is_autosaved = "_w_hydrate_create_view" in request.GET
    if request.method == "GET" and not is_autosaved and not page.alias_of_id:
        warn(request, page)


@hooks.register("after_publish_page")
def warn_of_published_numbers(request, page):
    warn(request, page)
