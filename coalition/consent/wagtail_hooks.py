"""Where staff look after purposes, cookies and the words about them."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, Column, UpdatedAtColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from coalition.consent.models import (
    ConsentTexts,
    CookieEntry,
    PurposeEntry,
    Receipt,
    ShownText,
)


class OnlyToRead(ModelPermissionPolicy):
    """Nobody adds, edits or deletes by hand what is to prove something."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)


for proof in (Receipt, ShownText):
    register_permission_policy(proof, OnlyToRead(proof))


class ReceiptViewSet(ModelViewSet):
    model = Receipt
    icon = "doc-full"
    menu_label = _("Receipts")
    list_display = ["number", "at", "language", "surface", "signal"]
    list_filter = ["language", "surface", "signal"]
    search_fields = ["number"]
    inspect_view_enabled = True
    form_fields = []


class ShownTextViewSet(ModelViewSet):
    model = ShownText
    icon = "doc-full-inverse"
    menu_label = _("Texts agreed to")
    list_display = ["version", "purpose", "first_shown"]
    list_filter = ["purpose"]
    inspect_view_enabled = True
    form_fields = []


class ConsentProofs(ModelViewSetGroup):
    """What was answered, and to which words."""

    menu_label = _("Consent receipts")
    menu_icon = "doc-full"
    menu_order = 710
    items = (ReceiptViewSet("receipts"), ShownTextViewSet("shown_texts"))


@hooks.register("register_admin_viewset")
def register_consent_proofs():
    return ConsentProofs()


class ConsentTextsViewSet(SnippetViewSet):
    model = ConsentTexts
    icon = "openquote"
    menu_label = _("Consent texts")
    list_display = ["title", "locale", "live"]
    list_filter = ["locale"]


class PurposeViewSet(SnippetViewSet):
    model = PurposeEntry
    icon = "list-ul"
    menu_label = _("Purposes")
    base_url_path = "purposes"
    list_display = ["name", BooleanColumn("is_required", label=_("Necessary")), UpdatedAtColumn()]


class CookieViewSet(SnippetViewSet):
    model = CookieEntry
    icon = "tag"
    menu_label = _("Cookies")
    base_url_path = "cookies"
    list_display = ["name", Column("cookiegroup", label=_("Purpose")), UpdatedAtColumn()]
    list_filter = ["cookiegroup"]


class ConsentRegistry(SnippetViewSetGroup):
    """Which purposes there are, their cookies, and the words about them."""

    menu_label = _("Consent registry")
    menu_icon = "key"
    menu_order = 700
    items = (PurposeViewSet, CookieViewSet, ConsentTextsViewSet)


register_snippet(ConsentRegistry)
