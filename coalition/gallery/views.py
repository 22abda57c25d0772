"""The gallery's one page."""

from django.conf import settings
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coalition.gallery.rooms import ROOMS

SCHEMES = ("light", "dark")


@never_cache
@require_safe
def gallery(request):
    """For those who make the site: nobody else learns that it is there."""
    if not (settings.DEBUG or request.user.has_perm("wagtailadmin.access_admin")):
        raise Http404
    scheme = request.GET.get("scheme")
    rooms = {
        name: [(specimen.state, specimen.html(request)) for specimen in specimens()]
        for name, specimens in ROOMS.items()
    }
    given = {"rooms": rooms, "schemes": SCHEMES, "scheme": scheme if scheme in SCHEMES else ""}
    return render(request, "gallery/gallery.html", given)
