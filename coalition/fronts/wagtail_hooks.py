"""Puts the report and the way to purge by hand into the back office."""

from django.urls import path
from wagtail import hooks

from coalition.fronts.report import PurgeReport
from coalition.fronts.views import PurgeView
from coalition.reports.report import register_report

register_report(PurgeReport)


@hooks.register("register_admin_urls")
def register_purging():
    return [path("reports/front-caches/purge/", PurgeView.as_view(), name="purge_pages")]
