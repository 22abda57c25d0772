"""Tells editors where facts are quoted."""

import django_filters
from django.utils.translation import gettext_lazy as _
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn

from coalition.facts.models import FactUse
from coalition.facts.registry import all_facts
from coalition.reports.report import Report


class FactUseFilterSet(WagtailFilterSet):
    fact = django_filters.ChoiceFilter(
        label=_("Fact"), choices=lambda: [(fact.name, fact.label) for fact in all_facts()]
    )

    class Meta:
        model = FactUse
        fields = ["fact"]


class FactUseReport(Report):
    """Only what its reader may edit; refused to those who may edit no page at all."""

    model = FactUse
    slug = "facts-in-use"
    menu_order = 1300
    page_title = _("Facts in use")
    header_icon = "order"
    index_url_name = "facts_in_use"
    index_results_url_name = "facts_in_use_results"
    filterset_class = FactUseFilterSet
    columns = [
        TitleColumn("row", label=_("Title"), get_url=lambda use: use.edit_url),
        Column("type", label=_("Type")),
        Column("label", label=_("Fact")),
        Column("times_live", label=_("On the site")),
        Column("times_in_draft", label=_("In the latest draft")),
    ]
    list_export = ["row", "type", "label", "times_live", "times_in_draft"]

    def get_queryset(self):
        self.queryset = FactUse.objects.editable_by(self.request.user).with_rows()
        return super().get_queryset()

    def decorate_paginated_queryset(self, object_list):
        finder = AdminURLFinder(self.request.user)
        for use in object_list:
            use.edit_url = finder.get_edit_url(use.row)
        return object_list
