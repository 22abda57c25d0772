"""Where staff look after purposes, cookies and the words about them."""

from cookie_consent.models import Cookie, CookieGroup
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.consent.models import ConsentTexts, Receipt, ShownText


class PurposeViewSet(ModelViewSet):
    model = CookieGroup
    icon = "list-ul"
    menu_label = _("Purposes")
    list_display = ["name", "varname", "is_required"]
    form_fields = ["varname", "name", "description", "is_required", "is_deletable", "ordering"]


class CookieViewSet(ModelViewSet):
    model = Cookie
    icon = "tag"
    menu_label = _("Cookies")
    list_display = ["name", "cookiegroup", "domain"]
    list_filter = ["cookiegroup"]
    form_fields = ["cookiegroup", "name", "description", "path", "domain"]


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


class ConsentRegistry(ModelViewSetGroup):
    """The registry of django-cookie-consent: which purposes there are, and their cookies."""

    menu_label = _("Consent registry")
    menu_icon = "key"
    menu_order = 700
    items = (
        PurposeViewSet("purposes"),
        CookieViewSet("cookies"),
        ReceiptViewSet("receipts"),
        ShownTextViewSet("shown_texts"),
    )


@hooks.register("register_admin_viewset")
def register_consent_registry():
    return ConsentRegistry()


class ConsentTextsViewSet(SnippetViewSet):
    model = ConsentTexts
    icon = "openquote"
    list_display = ["title", "locale", "live"]
    list_filter = ["locale"]


register_snippet(ConsentTextsViewSet)
