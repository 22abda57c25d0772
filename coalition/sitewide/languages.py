"""Where the language switch leads from here.

Never elsewhere without a word: what cannot lead to the same page says so, in its own language.
"""

from babel import Locale
from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info, override
from wagtail.models import Page

from coalition.delivery.kept import kept
from coalition.delivery.reading import glance
from coalition.delivery.tags import wait_for, waiting_for
from coalition.pages.querysets import all_pages
from coalition.pages.standing import translations
from coalition.pages.tree import DEPTH_OF_HOME_PAGES
from coalition.sitewide.links import LanguageLink


def language_links(request, page=None):
    """One link for each language: to this page, else to the nearest one above it."""
    if not page:
        return [_link_to_view(code, request) for code, _name in settings.LANGUAGES]
    return [_link_to_page(code, request, page) for code, _name in settings.LANGUAGES]


def home_address(code):
    with override(code):
        return reverse("wagtail_serve", args=[""])


def own_name(code):
    """A language's name in itself, as it stands at the beginning of a line."""
    name = Locale.parse(code, sep="-").display_name
    return name[0].upper() + name[1:]


def _link_to_page(code, request, page):
    found = page.language_alternates.get(code) or (page if code == get_language() else None)
    if found:
        return _link(code, found.get_url(request))
    above = _nearest_above(page).get(code)
    if above:
        return _link(code, above.get_url(request), is_missing=True, nearest=above.title)
    return _link(code, home_address(code), is_missing=True)


def _link_to_view(code, request):
    return _link(code, _same_view(request, code) or home_address(code))


def _link(code, address, *, is_missing=False, nearest=""):
    return LanguageLink(
        code=code,
        own_name=own_name(code),
        direction="rtl" if get_language_info(code)["bidi"] else "ltr",
        address=address,
        is_current=code == get_language(),
        is_missing=is_missing,
        nearest=nearest,
    )


def _nearest_above(page):
    """By language: the nearest page above this one that readers find in it; no home page."""
    steps = range(DEPTH_OF_HOME_PAGES + 1, page.depth)
    paths = [page.path[: page.steplen * depth] for depth in steps]

    def read():
        with waiting_for(row_by_row=False):
            keys = [above.translation_key for above in Page.objects.filter(path__in=paths)]
            found = all_pages().readable().filter(translation_key__in=keys).select_related("locale")
            nearest = {above.locale.language_code: above for above in found.order_by("depth")}
        wait_for(*map(translations, keys), *(glance(Page, each.pk) for each in nearest.values()))
        return nearest

    return kept(f"above:{paths[-1]}", read) if paths else {}


def _same_view(request, code):
    """The address of this view in another language; None where no page was found."""
    view = getattr(request, "resolver_match", None)
    if not view or view.view_name == "wagtail_serve":
        return None
    return translate_url(request.get_full_path(), code)
