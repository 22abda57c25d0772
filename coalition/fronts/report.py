"""Tells administrators what the caches in front were told, and what came of it."""

import django_filters
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.permission_policies import ModelPermissionPolicy

from coalition.fronts.models import Purge
from coalition.fronts.naming import fronts
from coalition.reports.report import Report


def names():
    return [(front.name, front.name) for front in fronts()]


class PurgeFilterSet(WagtailFilterSet):
    front = django_filters.ChoiceFilter(label=_("Cache"), choices=names)
    state = django_filters.ChoiceFilter(label=_("State"), choices=Purge.State.choices)

    class Meta:
        model = Purge
        fields = ["front", "state"]


class PurgeReport(Report):
    """No role has the right to read it: it is for administrators."""

    model = Purge
    slug = "front-caches"
    menu_order = 1600
    page_title = _("Front caches")
    header_icon = "globe"
    index_url_name = "front_caches"
    index_results_url_name = "front_caches_results"
    filterset_class = PurgeFilterSet
    permission_policy = ModelPermissionPolicy(Purge)
    any_permission_required = ["view"]
    default_ordering = "-pk"
    columns = [
        DateColumn("at", label=_("Asked for"), sort_key="at"),
        Column("front", label=_("Cache"), sort_key="front"),
        Column("in_short", label=_("What")),
        Column("way", label=_("Forgotten")),
        Column("get_state_display", label=_("State"), sort_key="state"),
        Column("tries", label=_("Tries"), sort_key="tries"),
        Column("error", label=_("Last error")),
    ]
    list_export = ["at", "front", "what", "way", "get_state_display", "tries", "error"]
    export_headings = {
        "what": _("What"),
        "way": _("Forgotten"),
        "get_state_display": _("State"),
    }

    @cached_property
    def header_buttons(self):
        return [HeaderButton(_("Purge pages"), url=reverse("purge_pages"), icon_name="bin")]
