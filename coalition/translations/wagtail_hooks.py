"""Puts the state of translations into the admin: the report, and a word in the page editor."""

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.menu import MenuItem

from coalition.translations.report import TranslationReport
from coalition.translations.views import mark_current, warn_of_newer_source


@hooks.register("register_admin_urls")
def register_addresses():
    return [
        path("translations/<int:page_pk>/current/", mark_current, name="mark_current"),
        path("reports/translations/", TranslationReport.as_view(), name="translations"),
        path(
            "reports/translations/results/",
            TranslationReport.as_view(results_only=True),
            name="translations_results",
        ),
    ]


class TranslationMenuItem(MenuItem):
    def is_shown(self, request):
        return user_has_any_page_permission(request.user)


@hooks.register("register_reports_menu_item")
def register_report():
    return TranslationMenuItem(
        TranslationReport.page_title, reverse("translations"), icon_name="globe", order=1200
    )


@hooks.register("before_edit_page")
def warn(request, page):
    is_autosaved = "_w_hydrate_create_view" in request.GET
    if request.method == "GET" and not is_autosaved:
        warn_of_newer_source(request, page)
