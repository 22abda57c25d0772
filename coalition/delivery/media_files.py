"""Serves the media that the public may see, where no web server in front does."""

from pathlib import PurePosixPath

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest
from django.utils._os import safe_join
from django.views.decorators.http import require_safe

# Originals and documents are not here: an original is never public, and a document goes through
# Wagtail's view, which asks whether it is private.
PUBLIC_FOLDERS = {"images", "videos"}
CONTENT_TYPES = {
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
def public_media(request: HttpRequest, path: str) -> FileResponse:
    """A rendition or a video; its name changes with its content, so it is kept for a year."""
    name = PurePosixPath(path)
    if name.parts[0] not in PUBLIC_FOLDERS or name.suffix not in CONTENT_TYPES:
        raise Http404
    try:
        file = open(safe_join(settings.MEDIA_ROOT, path), "rb")
    except OSError:
        raise Http404 from None
    response = FileResponse(file, content_type=CONTENT_TYPES[name.suffix])
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
