"""Documents, as readers take them home, and pictures that are not for readers."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from coalition.delivery.headers import FILE_POLICY, PRIVATE_CACHE_CONTROL, policy_header
from coalition.delivery.media_files import media_file
from coalition.delivery.visitors import is_signed_in
from coalition.media.models import DocumentFile, Rendition
from coalition.media.shelves import CLOSED_PICTURES


@require_safe
def download(request, folder, name):
    """Wagtail asks whom it is open to; by an address that nobody guesses, and always to keep."""
    document = get_object_or_404(
        DocumentFile.objects.select_related("collection"),
        file=f"{DocumentFile.FOLDER}/{folder}/{name}",
    )
    is_private = document.is_private
    # Wagtail would lead strangers to the back office's door.
    if is_private and not is_signed_in(request):
        raise Http404
    try:
        response = serve(request, document.pk, document.filename)
    except FileNotFoundError:
        raise Http404 from None
    # Wagtail's own is less strict.
    response["Content-Security-Policy"] = policy_header(FILE_POLICY)
    if is_private:
        response["Cache-Control"] = PRIVATE_CACHE_CONTROL
    return response


@require_safe
def closed_picture(request, name):
    """For those whom its shelf is open to: they work here, or are in a group that it names."""
    if not is_open_to(request, name):
        raise Http404
    response = media_file(request, CLOSED_PICTURES, name)
    response["Cache-Control"] = PRIVATE_CACHE_CONTROL
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def is_open_to(request, name):
    rendition = get_object_or_404(
        Rendition.objects.select_related("image__collection"), file=f"{CLOSED_PICTURES}/{name}"
    )
    restrictions = rendition.image.collection.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)
