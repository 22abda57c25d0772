"""Posts beyond those on the home page."""

from django.http import Http404
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from coalition.delivery.storable import storable
from coalition.pages.cursor import UnreadableCursor
from coalition.social.cursor import Cursor
from coalition.social.models import SocialPost
from coalition.social.stream import Stretch

POSTS_A_PAGE = 10


@require_safe
@storable(before=None)
def posts(request):
    """The newest posts, or those after the one that `?before=` names."""
    before = request.GET.get("before")
    try:
        after = Cursor.read(before) if before else None
    except UnreadableCursor:
        raise Http404 from None
    # Made-up places would be pages without end.
    if after and not SocialPost.objects.readable().at(after).exists():
        raise Http404
    stretch = Stretch(get_language(), POSTS_A_PAGE, after)
    return render(request, "social/posts.html", {"stretch": stretch, "is_continued": bool(after)})
