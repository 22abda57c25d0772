"""The headers that every answer carries, public or staff."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

# Where films are that a visitor asked for; `pages/embeds.py` knows how they are addressed.
FILMS: Final = "https://www.youtube-nocookie.com https://player.vimeo.com"
# The room `violations` listens there.
REPORTS: Final = "/violations/"
REPORTING_ENDPOINTS: Final = f'violations="{REPORTS}"'
REPORTING: Final = {"report-uri": REPORTS, "report-to": "violations"}

PUBLIC_POLICY: Final = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "frame-src": FILMS,
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
    # No script of ours makes HTML, script or addresses of scripts from text.
    "require-trusted-types-for": "'script'",
    "trusted-types": "'none'",
    **REPORTING,
}
# A file, a feed or data, should anybody open it as if it were a page.
FILE_POLICY: Final = {"default-src": "'none'", "frame-ancestors": "'none'", "sandbox": ""}
PREVIEW_POLICY: Final = PUBLIC_POLICY | {"frame-ancestors": "'self'"}
# Wagtail's scripts write styles and HTML, and show previews in frames. They start without inline
# scripts: see `widget_start.py`.
STAFF_POLICY: Final = {
    "default-src": "'self'",
    "script-src": "'self'",
    # By a handler that says "return;" and no more, Jcrop finds out about touch screens.
    "script-src-attr": "'unsafe-hashes' 'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    "frame-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
    **REPORTING,
}

PUBLIC_CACHE_CONTROL: Final = (
    "public, max-age=60, s-maxage=300, stale-while-revalidate=600, stale-if-error=86400"
)
PRIVATE_CACHE_CONTROL: Final = "private, no-store"

DENIED: Final = (
    "accelerometer",
    "autoplay",
    "browsing-topics",
    "camera",
    "clipboard-read",
    "compute-pressure",
    "cross-origin-isolated",
    "display-capture",
    "gamepad",
    "geolocation",
    "gyroscope",
    "hid",
    "idle-detection",
    "keyboard-map",
    "local-fonts",
    "magnetometer",
    "microphone",
    "midi",
    "otp-credentials",
    "payment",
    "publickey-credentials-create",
    "publickey-credentials-get",
    "screen-wake-lock",
    "serial",
    "storage-access",
    "sync-xhr",
    "usb",
    "window-management",
    "xr-spatial-tracking",
)
# What is not named a page may do itself, and lets a film do: its frame says what.
PUBLIC_PERMISSIONS: Final = dict.fromkeys(DENIED, "()")
# Staff sign in with passkeys.
STAFF_PERMISSIONS: Final = PUBLIC_PERMISSIONS | {
    "publickey-credentials-create": "(self)",
    "publickey-credentials-get": "(self)",
}


def policy_header(policy: dict[str, str]) -> str:
    return "; ".join(f"{directive} {sources}".strip() for directive, sources in policy.items())


def permissions_header(permissions: dict[str, str]) -> str:
    return ", ".join(f"{feature}={allowed}" for feature, allowed in permissions.items())


class HeadersMiddleware:
    """Gives every answer its Content-Security-Policy, Cache-Control and their companions."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", _cache_control(request, response))
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        kind = response.headers.get("Content-Type", "")
        for name, value in _restrictions(request, kind).items():
            response.headers.setdefault(name, value)
        return response


def _restrictions(request: HttpRequest, kind: str) -> dict[str, str]:
    """What an answer of this kind may do; a 304 has none: the browser keeps what it was told."""
    if kind.startswith("text/html"):
        return {
            "Content-Security-Policy": policy_header(_policy(request)),
            "Permissions-Policy": permissions_header(_permissions(request)),
            "Reporting-Endpoints": REPORTING_ENDPOINTS,
        }
    # What a file may do would be a kilobyte beside each flag of eighty bytes.
    return {"Content-Security-Policy": policy_header(FILE_POLICY)} if kind else {}


def _is_staff_address(request: HttpRequest) -> bool:
    return request.path_info.startswith(f"/{settings.ADMIN_PATH}")


def _policy(request: HttpRequest) -> dict[str, str]:
    if getattr(request, "is_preview", False):
        return PREVIEW_POLICY
    return STAFF_POLICY if _is_staff_address(request) else PUBLIC_POLICY


def _permissions(request: HttpRequest) -> dict[str, str]:
    return STAFF_PERMISSIONS if _is_staff_address(request) else PUBLIC_PERMISSIONS


def _cache_control(request: HttpRequest, response: HttpResponse) -> str:
    is_public = (
        request.method in ("GET", "HEAD")
        and response.status_code in (200, 301, 308)
        and not _is_staff_address(request)
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not response.cookies
    )
    return PUBLIC_CACHE_CONTROL if is_public else PRIVATE_CACHE_CONTROL
