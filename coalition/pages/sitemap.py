"""What machines are told about our addresses."""

from collections import defaultdict

from django.conf import settings
from django.db.models import Max
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe
from wagtail.models import Page

from coalition.delivery.storable import storable
from coalition.delivery.tags import wait_for, waiting_for
from coalition.pages import standing
from coalition.pages.addresses import absolute
from coalition.pages.querysets import all_pages

XML = "application/xml"
XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"


@require_safe
@storable()
def robots(request):
    """Everything may be read. Of the back office not a word: its path is nobody's business."""
    lines = [
        "User-agent: *",
        "Disallow:",
        "",
        f"Sitemap: {absolute(reverse('sitemap_index'))}",
    ]
    return _told(["\n".join([*lines, ""])], "en", content_type="text/plain")


@require_safe
@storable()
def sitemap_index(request):
    """A file for each language and each range of keys."""
    wait_for(standing.SITEMAPS)
    numbers = range(_newest_number() + 1)
    addresses = [
        reverse("sitemap", args=[code, number])
        for code, _ in settings.LANGUAGES
        for number in numbers
    ]
    sitemaps = format_html_join(
        "\n", "<sitemap><loc>{}</loc></sitemap>", ((absolute(address),) for address in addresses)
    )
    index = format_html('<sitemapindex xmlns="{}">\n{}\n</sitemapindex>\n', SITEMAP, sitemaps)
    return _told([XML_DECLARATION, index], ", ".join(dict(settings.LANGUAGES)))


@require_safe
@storable()
def sitemap(request, language, number):
    """As the index names it: made-up ones would be pages without end."""
    number = int(number)
    if language not in dict(settings.LANGUAGES) or number > _newest_number():
        raise Http404
    first = number * standing.KEYS_A_SITEMAP
    with waiting_for(standing.sitemap_of(language, first), row_by_row=False):
        found = _translations(language, range(first, first + standing.KEYS_A_SITEMAP))
        entries = [_entry(request, pages[language], pages) for pages in found]
    opening = format_html('<urlset xmlns="{}" xmlns:xhtml="{}">\n', SITEMAP, XHTML)
    return _told([XML_DECLARATION, opening, *entries, "</urlset>\n"], language)


def _newest_number():
    """Of the last file: that of the newest page, even if nobody may read it yet."""
    with waiting_for():
        newest = all_pages().aggregate(key=Max("pk"))["key"] or 0
    return newest // standing.KEYS_A_SITEMAP


def _told(content, language, content_type=XML):
    """In a language of its own: the same for readers of all."""
    headers = {"Content-Language": language}
    return HttpResponse(content, content_type=content_type, headers=headers)


def _translations(language, keys):
    """Readable pages of a language, each with its readable translations by language."""
    told = Page.objects.filter(
        pk__gte=keys.start, pk__lt=keys.stop, locale__language_code=language, depth__gt=1
    )
    pages = (
        all_pages()
        .readable()
        .in_spoken_languages()
        # Asked for apart: within the question, PostgreSQL would look at every page.
        .filter(translation_key__in=list(told.values_list("translation_key", flat=True)))
        .select_related("locale")
        .only("url_path", "translation_key", "last_published_at", "locale__language_code")
        .order_by("pk")
    )
    by_language = defaultdict(dict)
    for page in pages:
        by_language[page.translation_key][page.locale.language_code] = page
    return [found for found in by_language.values() if language in found]


def _entry(request, page, translations):
    addresses = {code: absolute(other.get_url(request)) for code, other in translations.items()}
    own = addresses[page.locale.language_code]
    if settings.LANGUAGE_CODE in addresses:
        addresses["x-default"] = addresses[settings.LANGUAGE_CODE]
    alternates = format_html_join(
        "", '<xhtml:link rel="alternate" hreflang="{}" href="{}"/>', addresses.items()
    )
    changed = page.last_published_at
    return format_html(
        "<url><loc>{}</loc>{}{}</url>\n",
        own,
        format_html("<lastmod>{}</lastmod>", changed.date()) if changed else "",
        alternates,
    )
