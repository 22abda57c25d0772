"""Where staff look after purposes, cookies and the words about them."""

from cookie_consent.models import Cookie, CookieGroup
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.consent.models import ConsentTexts


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


class ConsentRegistry(ModelViewSetGroup):
    """The registry of django-cookie-consent: which purposes there are, and their cookies."""

    menu_label = _("Consent registry")
    menu_icon = "key"
    menu_order = 700
    items = (PurposeViewSet("purposes"), CookieViewSet("cookies"))


@hooks.register("register_admin_viewset")
def register_consent_registry():
    return ConsentRegistry()


class ConsentTextsViewSet(SnippetViewSet):
    model = ConsentTexts
    icon = "openquote"
    list_display = ["title", "locale", "live"]
    list_filter = ["locale"]


register_snippet(ConsentTextsViewSet)
