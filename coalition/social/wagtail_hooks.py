"""Where editors keep the posts."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import LiveStatusTagColumn, LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.social.models import SocialPost


class SocialPostViewSet(SnippetViewSet):
    model = SocialPost
    icon = "comment"
    menu_label = _("Social posts")
    menu_order = 300
    add_to_admin_menu = True
    list_display = ["__str__", LocaleColumn(), "author_name", "posted_at", LiveStatusTagColumn()]
    list_filter = {"account": ["exact"], "posted_at": ["gte", "lte"], "live": ["exact"]}
    ordering = ["-posted_at", "-pk"]


register_snippet(SocialPostViewSet)
