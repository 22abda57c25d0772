"""Puts promoted results, and the report of what was not found, into the admin."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.reports.report import register_report
from coalition.search.models import Promotion
from coalition.search.report import MissReport


class PromotionViewSet(SnippetViewSet):
    model = Promotion
    icon = "pick"
    menu_label = _("Promoted results")
    menu_order = 260
    add_to_admin_menu = True
    list_display = ["words", LocaleColumn(), "page"]


register_snippet(PromotionViewSet)
register_report(MissReport)
