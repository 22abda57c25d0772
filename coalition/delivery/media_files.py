"""Serves the media that the public may see, where no web server in front does."""

import re
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from typing import BinaryIO, Final

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

# Originals and documents are not here: an original is never public, and a document goes through
# a view of its own, which asks whether it is private.
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
HEADERS: Final = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "public, max-age=31536000, immutable",
    # Feeds are read on other sites.
    "Cross-Origin-Resource-Policy": "cross-origin",
}
# Several ranges at once are answered with the whole: no browser asks for them.
ONE_RANGE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})$")


class Part:
    """Some bytes of a file, from where it stands."""

    def __init__(self, file: BinaryIO, length: int) -> None:
        self.file, self.left = file, length
        self.close = file.close

    def read(self, size: int) -> bytes:
        content = self.file.read(min(size, self.left))
        self.left -= len(content)
        return content


@require_safe
def public_media(request: HttpRequest, folder: str, name: str) -> FileResponse | HttpResponse:
    """A rendition or a video; its name changes with its content, so it is kept for a year."""
    if folder not in PUBLIC_FOLDERS:
        raise Http404
    return media_file(request, folder, name)


def media_file(request: HttpRequest, folder: str, name: str) -> FileResponse | HttpResponse:
    path = Path(settings.MEDIA_ROOT, folder, name)
    content_type = CONTENT_TYPES.get(PurePosixPath(name).suffix)
    if content_type is None or not path.is_file():
        raise Http404
    whole = range(path.stat().st_size)
    part = range_of(request.headers.get("Range", ""), len(whole))
    if part is None:
        return answer(path, content_type, whole)
    if not part:
        return HttpResponse(
            status=HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
            headers={"Content-Range": f"bytes */{len(whole)}"},
        )
    response = answer(path, content_type, part)
    response.status_code = HTTPStatus.PARTIAL_CONTENT
    response["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{len(whole)}"
    return response


def answer(path: Path, content_type: str, part: range) -> FileResponse:
    try:
        file = path.open("rb")
    except OSError:
        raise Http404 from None
    file.seek(part.start)
    response = FileResponse(Part(file, len(part)), content_type=content_type, headers=HEADERS)
    response["Content-Length"] = str(len(part))
    return response


def range_of(asked: str, size: int) -> range | None:
    """Which bytes a header asks for; None for all, an empty range for none that there are."""
    found = ONE_RANGE.match(asked)
    if not found or found.groups() == ("", ""):
        return None
    first, last = found.groups()
    if not first:
        return range(max(size - int(last), 0), size)
    return range(int(first), min(int(last) + 1, size) if last else size)
