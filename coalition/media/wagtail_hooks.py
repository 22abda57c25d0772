"""Where editors find videos, and what becomes of files that change their shelf."""

from django.db import transaction
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.delivery.store.site import forget_pages_for_good
from coalition.media.closing import sort_all
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
        transaction.on_commit(forget_pages_for_good, robust=True)
        sort_all()
