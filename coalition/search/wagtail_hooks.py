"""Puts promoted results, and the report of what was not found, into the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.search.models import Promotion
from coalition.search.report import MissReport


class PromotionViewSet(SnippetViewSet):
    model = Promotion
    icon = "pick"
    menu_label = _("Promoted results")
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["words", LocaleColumn(), "page"]


register_snippet(PromotionViewSet)


@hooks.register("register_admin_urls")
def register_report():
    return [
        path("reports/search/", MissReport.as_view(), name="search_misses"),
        path(
            "reports/search/results/",
            MissReport.as_view(results_only=True),
            name="search_misses_results",
        ),
    ]


class MissMenuItem(MenuItem):
    def is_shown(self, request):
        return user_has_any_page_permission(request.user)


@hooks.register("register_reports_menu_item")
def offer_report():
    return MissMenuItem(
        MissReport.page_title, reverse("search_misses"), icon_name="search", order=1310
    )
