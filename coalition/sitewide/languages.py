"""Where the language switch leads from here."""

from babel import Locale
from django.conf import settings
from django.urls import reverse, translate_url
from django.utils.translation import get_language, get_language_info, override

from coalition.sitewide.links import LanguageLink


def language_links(request, page=None):
    """One link for each language: to the translation, else to that language's home page."""
    translations = page.language_alternates if page else {}
    return [_link(code, name, request, page, translations) for code, name in settings.LANGUAGES]


def home_address(code):
    with override(code):
        return reverse("wagtail_serve", args=[""])


def own_name(code):
    """A language's name in itself, as it stands at the beginning of a line."""
    name = Locale.parse(code, sep="-").display_name
    return name[0].upper() + name[1:]


def _link(code, name, request, page, translations):
    is_current = code == get_language()
    if page:
        found = translations.get(code) or (page if is_current else None)
        address = found.get_url(request) if found else None
    else:
        address = _same_view(request, code)
    return LanguageLink(
        code=code,
        name=str(name),
        own_name=own_name(code),
        direction="rtl" if get_language_info(code)["bidi"] else "ltr",
        address=address or home_address(code),
        is_current=is_current,
        is_missing=bool(page and not address),
    )


def _same_view(request, code):
    """The address of this view in another language; None where no page was found."""
    view = getattr(request, "resolver_match", None)
    if not view or view.view_name == "wagtail_serve":
        return None
    return translate_url(request.get_full_path(), code)
