"""Of which kinds the things are that search finds."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import get_page_models

from coalition.pages.models import BasePage

PAGE = "page"
DOCUMENT = "document"


def kind_of(page):
    """A story's own kind, else that of its type; what has no name of its own is a page."""
    if hasattr(type(page), "Kind"):
        return page.kind
    return kind_of_type(type(page))


def kind_of_type(model):
    is_named = model.kind_label is not BasePage.kind_label
    return model._meta.model_name.removesuffix("page") if is_named else PAGE


def all_kinds():
    """What every kind is called, by the word that stands for it in addresses."""
    models = [model for model in get_page_models() if issubclass(model, BasePage)]
    kinds = {PAGE: BasePage.kind_label, DOCUMENT: _("Document")}
    for model in models:
        if hasattr(model, "Kind"):
            kinds |= dict(model.Kind.choices)
        else:
            kinds[kind_of_type(model)] = model.kind_label
    return kinds
