"""What machines are told about our addresses."""

from itertools import groupby

from django.conf import settings
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe

from coalition.pages.addresses import absolute
from coalition.pages.querysets import all_pages

XML = "application/xml"
XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
PAGES_AT_ONCE = 1000


@require_safe
def robots(request):
    """Everything may be read but the back office."""
    lines = [
        "User-agent: *",
        f"Disallow: /{settings.ADMIN_PATH}",
        "",
        f"Sitemap: {absolute(reverse('sitemap_index'))}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain")


@require_safe
def sitemap_index(request):
    addresses = [reverse("language_sitemap", args=[code]) for code, _ in settings.LANGUAGES]
    sitemaps = format_html_join(
        "\n", "<sitemap><loc>{}</loc></sitemap>", ((absolute(address),) for address in addresses)
    )
    index = format_html('<sitemapindex xmlns="{}">\n{}\n</sitemapindex>\n', SITEMAP, sitemaps)
    return HttpResponse(XML_DECLARATION + index, content_type=XML)


@require_safe
def language_sitemap(request, language):
    if language not in dict(settings.LANGUAGES):
        raise Http404
    return StreamingHttpResponse(_lines(request, language), content_type=XML)


def _lines(request, language):
    """The sitemap of a language, an address at a time: a large site never stands in memory."""
    yield XML_DECLARATION
    yield format_html('<urlset xmlns="{}" xmlns:xhtml="{}">\n', SITEMAP, XHTML)
    for pages in _translations():
        if language in pages:
            yield _entry(request, pages[language], pages)
    yield "</urlset>\n"


def _translations():
    """Readable pages, each with its readable translations, by language code; one query."""
    pages = (
        all_pages()
        .readable()
        .in_spoken_languages()
        .filter(depth__gt=1)
        .select_related("locale")
        .only("url_path", "translation_key", "last_published_at", "locale__language_code")
        .order_by("translation_key", "pk")
    )
    for _, group in groupby(pages.iterator(PAGES_AT_ONCE), lambda page: page.translation_key):
        yield {page.locale.language_code: page for page in group}


def _entry(request, page, translations):
    addresses = {code: absolute(other.get_url(request)) for code, other in translations.items()}
    if settings.LANGUAGE_CODE in addresses:
        addresses["x-default"] = addresses[settings.LANGUAGE_CODE]
    alternates = format_html_join(
        "", '<xhtml:link rel="alternate" hreflang="{}" href="{}"/>', addresses.items()
    )
    changed = page.last_published_at
    return format_html(
        "<url><loc>{}</loc>{}{}</url>\n",
        absolute(page.get_url(request)),
        format_html("<lastmod>{}</lastmod>", changed.date()) if changed else "",
        alternates,
    )
