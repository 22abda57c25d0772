"""Where editors read the numbers, if any are counted."""

from django.conf import settings
from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from coalition.statistics.report import PageViewsReport


@hooks.register("register_admin_urls")
def register_addresses():
    results = PageViewsReport.as_view(results_only=True)
    return [
        path("reports/page-views/", PageViewsReport.as_view(), name="page_views"),
        path("reports/page-views/results/", results, name="page_views_results"),
    ]


class PageViewsMenuItem(MenuItem):
    def is_shown(self, request):
        pages = policy_registry.get_by_type(Page)
        acts = PageViewsReport.any_permission_required
        return settings.COUNT_PAGES and pages.user_has_any_permission(request.user, acts)


@hooks.register("register_reports_menu_item")
def register_report():
    title, address = PageViewsReport.page_title, reverse("page_views")
    return PageViewsMenuItem(title, address, icon_name="view", order=1400)
