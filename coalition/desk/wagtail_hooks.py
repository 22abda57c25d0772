"""Puts the desk into the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.desk.held_back import HeldBackPanel
from coalition.desk.links.report import LinkReport
from coalition.desk.models import AnnouncementTemplate
from coalition.desk.overdue import OverduePanel
from coalition.desk.reviews import ReviewReport
from coalition.desk.views import PartnerJoinsView
from coalition.reports.report import register_report


class AnnouncementViewSet(SnippetViewSet):
    model = AnnouncementTemplate
    icon = "doc-full"
    menu_label = _("Announcements of partners")
    list_display = ["title", "locale"]


register_snippet(AnnouncementViewSet)
register_report(LinkReport)
register_report(ReviewReport)


class PartnerJoinsMenuItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PartnerJoinsView.permission_required)


@hooks.register("register_admin_menu_item")
def offer_form():
    return PartnerJoinsMenuItem(
        _("A partner joins"), reverse("partner_joins"), icon_name="plus", order=255
    )


@hooks.register("register_admin_urls")
def register_form():
    return [path("desk/partner-joins/", PartnerJoinsView.as_view(), name="partner_joins")]


@hooks.register("construct_homepage_panels")
def tell_of_what_is_late(request, panels):
    panels += [OverduePanel(), HeldBackPanel()]
