"""Where editors find videos, and what becomes of files that change their shelf."""

from django.db import transaction
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.delivery.apps import tell
from coalition.media.closing import note_moved, sort_all
from coalition.media.models import Video


class VideoViewSet(SnippetViewSet):
    model = Video
    icon = "media"
    menu_order = 350
    add_to_admin_menu = True
    list_display = ["title", "poster"]


register_snippet(VideoViewSet)


@hooks.register("after_bulk_action")
def forget_what_showed_them(request, action_type, objects, action):
    """Wagtail tells nobody that it moved them, and the new shelf may be a closed one."""
    if action_type == "add_to_collection":
        for each in objects:
            note_moved(each)
        transaction.on_commit(tell, robust=True)
        sort_all()
