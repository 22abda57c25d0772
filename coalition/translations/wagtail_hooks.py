"""Puts the state of translations into the admin: the reports, and a word in the editors."""

from django.urls import path
from wagtail import hooks

from coalition.reports.report import register_report
from coalition.translations import row_views
from coalition.translations.report import TranslationReport
from coalition.translations.row_report import RowTranslationReport
from coalition.translations.views import mark_current, warn_of_newer_source

register_report(TranslationReport)
register_report(RowTranslationReport)


# Before Wagtail's own, which has the same address.
@hooks.register("register_admin_urls", order=-1)
def register_addresses():
    row = "<slug:app_label>/<slug:model_name>/<int:pk>/"
    return [
        path("translations/<int:page_pk>/current/", mark_current, name="mark_current"),
        path(f"translations/{row}current/", row_views.mark_row_current, name="mark_row_current"),
        path(f"translation/submit/snippet/{row}", row_views.TranslateRow.as_view()),
    ]


@hooks.register("before_edit_page")
def warn(request, page):
    if is_looked_at(request):
        warn_of_newer_source(request, page)


@hooks.register("before_edit_snippet")
def warn_of_row(request, row):
    if is_looked_at(request):
        row_views.warn_of_newer_source(request, row)


def is_looked_at(request):
    """Not saved, not by itself either."""
    return request.method == "GET" and "_w_hydrate_create_view" not in request.GET
