"""Tells editors what readers looked for and did not find."""

import django_filters
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column

from coalition.reports.report import Report
from coalition.search.models import Miss


class MissFilterSet(WagtailFilterSet):
    day = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)
    language = django_filters.ChoiceFilter(label=_("Language"), choices=settings.LANGUAGES)

    class Meta:
        model = Miss
        fields = ["day", "language"]


class MissReport(Report):
    """For whoever may edit a page: it tells which words to write, or which page to promote."""

    model = Miss
    slug = "searches-without-results"
    menu_order = 1310
    page_title = _("Searches without results")
    header_icon = "search"
    index_url_name = "search_misses"
    index_results_url_name = "search_misses_results"
    filterset_class = MissFilterSet
    columns = [
        Column("words", label=_("Words"), sort_key="words"),
        Column("language", label=_("Language"), sort_key="language"),
        Column("day", label=_("Day"), sort_key="day"),
        Column("times", label=_("Times"), sort_key="times"),
    ]
    default_ordering = "-day"
    list_export = ["day", "language", "words", "times"]
