"""Where editors find videos."""

from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.media.models import Video


class VideoViewSet(SnippetViewSet):
    model = Video
    icon = "media"
    menu_order = 350
    add_to_admin_menu = True
    list_display = ["title", "poster"]


register_snippet(VideoViewSet)
