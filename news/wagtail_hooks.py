"""Where editors find topics."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from news.models import Topic


class TopicViewSet(SnippetViewSet):
    model = Topic
    icon = "tag"
    menu_order = 250
    add_to_admin_menu = True
    list_display = ["name", "slug"]


register_snippet(TopicViewSet)
