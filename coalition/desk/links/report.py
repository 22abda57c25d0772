"""Tells editors which links to mend."""

import django_filters
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from coalition.desk.links.found_link import FoundLink
from coalition.reports.report import Report


class LinkFilterSet(WagtailFilterSet):
    problem = django_filters.ChoiceFilter(label=_("Problem"), choices=FoundLink.Problem.choices)

    class Meta:
        model = FoundLink
        fields = ["problem"]


class LinkReport(Report):
    """A row a link and page; it goes by itself once the link leads somewhere again."""

    model = FoundLink
    slug = "broken-links"
    menu_order = 1320
    page_title = _("Broken links")
    header_icon = "link"
    index_url_name = "broken_links"
    index_results_url_name = "broken_links_results"
    filterset_class = LinkFilterSet
    columns = [
        TitleColumn(
            "page.title",
            label=_("Page"),
            get_url=lambda link: reverse("wagtailadmin_pages:edit", args=[link.page_id]),
        ),
        Column("address", label=_("Leads to"), sort_key="address"),
        Column("get_problem_display", label=_("Problem"), sort_key="problem"),
        DateColumn("broken_since", label=_("Since"), sort_key="broken_since"),
    ]
    default_ordering = "-broken_since"
    list_export = ["page.title", "address", "get_problem_display", "broken_since"]

    def get_base_queryset(self):
        return FoundLink.objects.broken().select_related("page")
