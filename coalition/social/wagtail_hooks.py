"""Where editors keep the posts."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, LiveStatusTagColumn, LocaleColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.social.exchange.apply import IMPORTED
from coalition.social.models import SocialPost


class SocialPostViewSet(SnippetViewSet):
    model = SocialPost
    icon = "comment"
    menu_label = _("Social posts")
    menu_order = 300
    add_to_admin_menu = True
    list_display = [
        "__str__",
        LocaleColumn(),
        "author_name",
        "posted_at",
        BooleanColumn("is_pinned", label=_("Pinned")),
        LiveStatusTagColumn(),
    ]
    list_filter = {
        "account": ["exact"],
        "posted_at": ["gte", "lte"],
        "live": ["exact"],
        "is_pinned": ["exact"],
        "is_original_deleted": ["exact"],
    }
    ordering = ["-posted_at", "-pk"]


register_snippet(SocialPostViewSet)


@hooks.register("register_log_actions")
def name_the_import(actions):
    actions.register_action(IMPORTED, _("Import"), _("Imported from a file"))
