"""What every report of ours has: two addresses, an entry in the menu, and who may read it."""

from functools import partial

from django.urls import path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page
from wagtail.permissions import policy_registry


class Report(ReportView):
    """For whoever may work on a page, unless it names other rights."""

    # Its address below `reports/`, and what its exports are called.
    slug = ""
    menu_order = 1000
    permission_policy = policy_registry.get_by_type(Page)
    any_permission_required = ["add", "change", "publish"]

    @classmethod
    def addresses(cls):
        results = cls.as_view(results_only=True)
        return [
            path(f"reports/{cls.slug}/", cls.as_view(), name=cls.index_url_name),
            path(f"reports/{cls.slug}/results/", results, name=cls.index_results_url_name),
        ]

    @classmethod
    def is_offered_to(cls, user):
        policy, rights = cls.permission_policy, cls.any_permission_required
        return policy.user_has_any_permission(user, rights)

    @property
    def export_headings(self):
        """In a file as over the columns on the screen."""
        return {column.name: column.label for column in self.columns}

    def get_filename(self):
        return self.slug


class ReportMenuItem(MenuItem):
    def __init__(self, report):
        super().__init__(
            report.page_title,
            reverse(report.index_url_name),
            name=report.slug,
            icon_name=report.header_icon,
            order=report.menu_order,
        )
        self.report = report

    def is_shown(self, request):
        return self.report.is_offered_to(request.user)


def register_report(report):
    hooks.register("register_admin_urls", report.addresses)
    hooks.register("register_reports_menu_item", partial(ReportMenuItem, report))
