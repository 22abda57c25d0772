"""The headers that every answer carries, public or staff."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PUBLIC_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    # Films that a visitor asked for; `pages/embeds.py` knows how these are addressed.
    "frame-src": "https://www.youtube-nocookie.com https://player.vimeo.com",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
# Wagtail's back office has inline scripts and styles of its own, and shows previews in frames.
STAFF_POLICY: Final = PUBLIC_POLICY | {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}
PREVIEW_POLICY: Final = PUBLIC_POLICY | {"frame-ancestors": "'self'"}

PUBLIC_CACHE_CONTROL: Final = (
    "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400"
)
PRIVATE_CACHE_CONTROL: Final = "private, no-store"

PERMISSIONS_POLICY: Final = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "screen-wake-lock",
        "usb",
        "xr-spatial-tracking",
    )
)


def policy_header(policy: dict[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


class HeadersMiddleware:
    """Gives every answer its Content-Security-Policy, Cache-Control and their companions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Content-Security-Policy", policy_header(_policy(request)))
        response.headers.setdefault("Cache-Control", _cache_control(request, response))
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def _is_staff_address(request: HttpRequest) -> bool:
    return request.path_info.startswith(f"/{settings.ADMIN_PATH}")


def _policy(request: HttpRequest) -> dict[str, str]:
    if getattr(request, "is_preview", False):
        return PREVIEW_POLICY
    return STAFF_POLICY if _is_staff_address(request) else PUBLIC_POLICY


def _cache_control(request: HttpRequest, response: HttpResponse) -> str:
    is_public = (
        request.method in ("GET", "HEAD")
        and response.status_code in (200, 301, 308)
        and not _is_staff_address(request)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not response.cookies
    )
    return PUBLIC_CACHE_CONTROL if is_public else PRIVATE_CACHE_CONTROL
