"""Where editors find videos, and what becomes of files that change their shelf."""

from django.db import transaction
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from coalition.delivery.listening import tell
from coalition.media.closing import note_moved, sort_all
from coalition.media.forms import words_against_moving
from coalition.media.models import Video
from coalition.media.rights import may_move


class VideoViewSet(SnippetViewSet):
    model = Video
    icon = "media"
    menu_order = 350
    add_to_admin_menu = True
    list_display = ["title", "poster"]


register_snippet(VideoViewSet)


@hooks.register("before_bulk_action")
def leave_to_readers_what_they_see(request, action_type, objects, action):
    """All of them wait for the one that may not be moved there."""
    if action_type != "add_to_collection":
        return None
    shelf = action.cleaned_form.cleaned_data["collection"]
    refused = next((each for each in objects if not may_move(request.user, each, shelf)), None)
    if refused is None:
        return None
    messages.error(request, words_against_moving(refused))
    return redirect(action.next_url)


@hooks.register("after_bulk_action")
def forget_what_showed_them(request, action_type, objects, action):
    """Wagtail tells nobody that it moved them, and the new shelf may be a closed one."""
    if action_type == "add_to_collection":
        for each in objects:
            note_moved(each)
        transaction.on_commit(tell, robust=True)
        sort_all()
