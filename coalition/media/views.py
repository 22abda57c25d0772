"""Documents, as readers take them home."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from coalition.media.models import DocumentFile

# A file from us never acts in our name, even where a browser opens it.
POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"


@require_safe
def download(request, folder, name):
    """Wagtail asks whether it is private; by an address that nobody guesses, and always to keep."""
    document = get_object_or_404(
        DocumentFile.objects.select_related("collection"),
        file=f"{DocumentFile.FOLDER}/{folder}/{name}",
    )
    try:
        response = serve(request, document.pk, document.filename)
    except FileNotFoundError:
        raise Http404 from None
    response["Content-Security-Policy"] = POLICY
    if document.is_private:
        response["Cache-Control"] = "private, no-store"
    return response
