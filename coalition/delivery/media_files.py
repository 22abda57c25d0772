"""Serves the media that the public may see, where no web server in front does."""

from pathlib import Path, PurePosixPath
from typing import Final

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

# Originals and documents are not here: an original is never public, and a document goes through
# Wagtail's view, which asks whether it is private.
PUBLIC_FOLDERS: Final = {"images", "videos"}
CONTENT_TYPES: Final = {
    ".avif": "image/avif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".mp4": "video/mp4",
    ".png": "image/png",
    ".vtt": "text/vtt",
    ".webm": "video/webm",
    ".webp": "image/webp",
}


@require_safe
def public_media(request: HttpRequest, folder: str, name: str) -> FileResponse:
    """A rendition or a video; its name changes with its content, so it is kept for a year."""
    content_type = CONTENT_TYPES.get(PurePosixPath(name).suffix)
    if folder not in PUBLIC_FOLDERS or content_type is None:
        raise Http404
    try:
        file = Path(settings.MEDIA_ROOT, folder, name).open("rb")  # noqa: SIM115 - Django closes it.
    except OSError:
        raise Http404 from None
    response = FileResponse(file, content_type=content_type)
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    # Feeds are read on other sites.
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
