"""Tells editors which stories to read once more."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn

from coalition.reports.report import Report
from news.models import StoryPage


class ReviewReport(Report):
    """Those whose day of review has come; a later day, or none, takes a story off the list."""

    model = StoryPage
    slug = "to-be-reviewed"
    menu_order = 1330
    page_title = _("To be reviewed")
    header_icon = "calendar-check"
    index_url_name = "stories_to_review"
    index_results_url_name = "stories_to_review_results"
    columns = [
        TitleColumn("title", label=_("Title"), url_name="wagtailadmin_pages:edit"),
        Column("locale", label=_("Language")),
        DateColumn("review_by", label=_("Review by"), sort_key="review_by"),
    ]
    default_ordering = "review_by"
    list_export = ["title", "locale", "review_by"]

    def get_base_queryset(self):
        return StoryPage.objects.to_review(timezone.localdate()).select_related("locale")
