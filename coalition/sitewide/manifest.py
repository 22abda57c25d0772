"""The site as something to keep on a telephone's first screen, in each language."""

from django.http import JsonResponse
from django.templatetags.static import static
from django.utils.translation import get_language_bidi
from django.views.decorators.http import require_safe

from coalition.sitewide.surroundings import Surroundings

# As in templates/components/assets.html, for the light scheme: a manifest knows only one.
PAPER = "#fbfaf7"
ICONS = [
    ("img/icon-192.png", "192x192", "image/png"),
    ("img/icon-512.png", "512x512", "image/png"),
    ("img/favicon.svg", "any", "image/svg+xml"),
]


@require_safe
def manifest(request):
    site = Surroundings(request)
    document = {
        "id": site.home_address,
        "name": site.texts.site_name,
        "short_name": site.texts.short_name,
        "description": site.texts.tagline,
        "lang": site.language_code,
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": site.home_address,
        "scope": site.home_address,
        "display": "browser",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": static(name), "sizes": sizes, "type": media_type}
            for name, sizes, media_type in ICONS
        ],
    }
    return JsonResponse(
        document,
        content_type="application/manifest+json",
        json_dumps_params={"ensure_ascii": False},
    )
