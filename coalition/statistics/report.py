"""Tells editors what is read."""

import django_filters
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column

from coalition.reports.report import Report
from coalition.statistics.models import PageViews


class PageViewsFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)
    path = django_filters.CharFilter(label=_("Page"), lookup_expr="startswith")

    class Meta:
        model = PageViews
        fields = ["day", "path"]


class PageViewsReport(Report):
    """A row a day and page; nothing in it tells who read."""

    model = PageViews
    slug = "pages-read"
    menu_order = 1400
    page_title = _("Pages read")
    header_icon = "view"
    index_url_name = "page_views"
    index_results_url_name = "page_views_results"
    filterset_class = PageViewsFilterSet
    columns = [
        Column("path", label=_("Page"), sort_key="path"),
        Column("day", label=_("Day"), sort_key="day"),
        Column("views", label=_("Views"), sort_key="views"),
    ]
    default_ordering = "-day"
    list_export = ["day", "path", "views"]

    @classmethod
    def is_offered_to(cls, user):
        return settings.COUNT_PAGES and super().is_offered_to(user)
