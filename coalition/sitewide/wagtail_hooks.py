"""Where editors look after what surrounds every page."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, LiveStatusTagColumn, LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from coalition.sitewide.models import AlertBanner, Menu, SiteTexts


class AlertBannerViewSet(SnippetViewSet):
    model = AlertBanner
    icon = "warning"
    menu_label = _("Alert banners")
    list_display = [
        "title",
        LocaleColumn(),
        BooleanColumn("is_urgent"),
        "show_from",
        "show_until",
        LiveStatusTagColumn(),
    ]
    list_filter = ["is_urgent", "live"]


class MenuViewSet(SnippetViewSet):
    model = Menu
    icon = "list-ul"
    menu_label = _("Menus")
    list_display = ["heading", LocaleColumn(), "place", "position", LiveStatusTagColumn()]
    list_filter = ["place"]


class SiteTextsViewSet(SnippetViewSet):
    model = SiteTexts
    icon = "pilcrow"
    menu_label = _("Site texts")
    list_display = ["site_name", LocaleColumn(), "short_name", LiveStatusTagColumn()]


class AroundEveryPage(SnippetViewSetGroup):
    """Names, menus and alerts, in one entry of the admin's menu."""

    menu_label = _("Site")
    menu_icon = "site"
    menu_order = 400
    items = (AlertBannerViewSet, MenuViewSet, SiteTextsViewSet)


register_snippet(AroundEveryPage)


@hooks.register("insert_global_admin_css")
def wear_our_colours():
    return format_html('<link rel="stylesheet" href="{}">', static("admin/branding.css"))
