"""Tells administrators what browsers refused: an attack, an extension, or a mistake of ours."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permission_policies import ModelPermissionPolicy

from coalition.reports.report import Report
from coalition.violations.models import Violation


class ViolationReport(Report):
    model = Violation
    slug = "violations"
    menu_order = 1500
    page_title = _("Refused by browsers")
    header_icon = "warning"
    index_url_name = "violations_report"
    index_results_url_name = "violations_report_results"
    permission_policy = ModelPermissionPolicy(Violation)
    any_permission_required = ["view"]
    columns = [
        Column("directive", label=_("Directive"), sort_key="directive"),
        Column("blocked", label=_("What was blocked"), sort_key="blocked"),
        Column("path", label=_("Page"), sort_key="path"),
        Column("times", label=_("Times"), sort_key="times"),
        DateColumn("last_day", label=_("Last seen"), sort_key="last_day"),
    ]
    default_ordering = "-last_day"
    list_export = ["directive", "blocked", "path", "times", "first_day", "last_day"]
