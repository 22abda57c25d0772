"""The log as administrators read it, and take it away as a file."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permission_policies import ModelPermissionPolicy

from coalition.audit.acts import all_acts
from coalition.audit.models import Entry
from coalition.reports.report import Report


class EntryFilterSet(WagtailFilterSet):
    at = django_filters.DateFromToRangeFilter(label=_("Day"), widget=DateRangePickerWidget)
    act = django_filters.ChoiceFilter(label=_("Act"), choices=all_acts)
    username = django_filters.CharFilter(label=_("Who"), lookup_expr="iexact")
    title = django_filters.CharFilter(label=_("What"), lookup_expr="icontains")

    class Meta:
        model = Entry
        fields = ["at", "act", "username", "title"]


class AuditReport(Report):
    """No role has the right to read it: it is for administrators."""

    model = Entry
    slug = "log"
    menu_order = 2000
    page_title = _("Log of the back office")
    header_icon = "history"
    index_url_name = "audit_log"
    index_results_url_name = "audit_log_results"
    filterset_class = EntryFilterSet
    permission_policy = ModelPermissionPolicy(Entry)
    any_permission_required = ["view"]
    default_ordering = "-pk"
    columns = [
        DateColumn("at", label=_("Time"), sort_key="at"),
        Column("username", label=_("Who"), sort_key="username"),
        Column("label", label=_("Act"), sort_key="act"),
        Column("kind", label=_("Kind")),
        Column("title", label=_("What")),
        Column("details_in_words", label=_("Details")),
    ]
    list_export = [
        "at",
        "username",
        "act",
        "label",
        "kind",
        "object_id",
        "title",
        "details_in_words",
    ]
    export_headings = {"label": _("In words"), "details_in_words": _("Details")}
