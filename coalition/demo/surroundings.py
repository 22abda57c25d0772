"""What surrounds every page: the address, names, menus, footer, and an alert that sleeps."""

from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Site

from coalition.demo.builders import build_alert_banner, build_menu, build_site_texts
from coalition.demo.content import LANGUAGES, in_languages, read, rich_text
from coalition.demo.translations import in_each
from coalition.sitewide.models import Menu

DEFAULT_PORTS = {"http": 80, "https": 443}


def set_address():
    """Tell Wagtail the address that visitors see."""
    address = urlsplit(settings.SITE_URL)
    site = Site.objects.get(is_default_site=True)
    site.hostname = address.hostname
    site.port = address.port or DEFAULT_PORTS[address.scheme]
    site.save()


def plant_surroundings(pages, by):
    """`pages` are those that menus link to, by key, then by language."""
    words = in_languages(read("site"))
    _plant_site_texts(words, pages, by)
    _plant_header(words, pages, by)
    for position in range(len(words["en"]["footer"])):
        _plant_footer_column(position, words, pages, by)
    _plant_alert(words, by)


def _plant_site_texts(words, pages, by):
    def build(language, translation_of):
        texts = words[language]
        return build_site_texts(
            language,
            site_name=texts["site_name"],
            short_name=texts["short_name"],
            tagline=texts["tagline"],
            footer_note=rich_text(texts["footer_note"]),
            privacy_page=pages["privacy"][language],
            accessibility_page=pages["accessibility"][language],
            translation_of=translation_of,
            by=by,
        )

    in_each(LANGUAGES, build)


def _plant_header(words, pages, by):
    def build(language, translation_of):
        return build_menu(
            language,
            place=Menu.Place.HEADER,
            heading=words[language]["short_name"],
            links=[_link(link, pages, language) for link in words[language]["menu"]],
            translation_of=translation_of,
            by=by,
        )

    in_each(LANGUAGES, build)


def _plant_footer_column(position, words, pages, by):
    def build(language, translation_of):
        column = words[language]["footer"][position]
        return build_menu(
            language,
            place=Menu.Place.FOOTER,
            position=position + 1,
            heading=column["heading"],
            links=[_link(link, pages, language) for link in column["links"]],
            translation_of=translation_of,
            by=by,
        )

    in_each(LANGUAGES, build)


def _link(link, pages, language):
    match link:
        case {"label": label, "url": address}:
            return {"label": label, "address": address}
        case {"label": label, "page": "feed"}:
            return {"label": label, "address": f"{pages['news'][language].url}feed/"}
        case {"label": label, "page": "cookies"}:
            with override(language):
                return {"label": label, "address": reverse("cookies")}
        case {"label": label, "page": key}:
            return {"label": label, "page": pages[key][language]}


def _plant_alert(words, by):
    """Kept as a draft: an alert that always stands there is read by nobody."""

    def build(language, translation_of):
        alert = words[language]["alert"]
        return build_alert_banner(
            language,
            title=alert["title"],
            text=rich_text(alert["text"]),
            live=False,
            translation_of=translation_of,
            by=by,
        )

    in_each(LANGUAGES, build)
