"""What a visitor may agree to: purposes, their cookies, and the words about them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from coalition.consent.models import (
    ConsentTexts,
    CookieEntry,
    CookieTexts,
    PurposeEntry,
    PurposeTexts,
)
from coalition.demo.builders.rows import in_order, keep_row, locale
from coalition.demo.content import LANGUAGES, in_languages, read
from coalition.demo.translations import in_each

# What writers call our cookies, and what settings call them here.
COOKIE_NAMES = {
    "cookie_consent": settings.COOKIE_CONSENT_NAME,
    "csrftoken": settings.CSRF_COOKIE_NAME,
    "django_language": settings.LANGUAGE_COOKIE_NAME,
    "known_device": settings.KNOWN_DEVICE_COOKIE_NAME,
    "sessionid": settings.SESSION_COOKIE_NAME,
}


@dataclass(frozen=True)
class Registered:
    """A row of the registry with what our writers say of it."""

    row: PurposeEntry | CookieEntry
    source: Mapping[str, Any]

    def said_in(self, language: str, *names: str) -> dict[str, str]:
        return {name: self.source[name][language] for name in names}


def plant_consent(by):
    site = read("site")
    words = in_languages(site)
    purposes = [_register_purpose(*pair) for pair in enumerate(site["purposes"])]
    cookies = [_register_cookie(purpose, cookie) for purpose, cookie in _cookies_of(purposes)]

    def build(language, translation_of):
        consent = words[language]["consent"]
        texts = ConsentTexts(
            locale=locale(language),
            title=consent["title"],
            text=consent["text"],
            accept_label=consent["accept"],
            reject_label=consent["reject"],
            choose_label=consent["choose"],
            purposes=in_order(_purpose_texts(purpose, language) for purpose in purposes),
            cookies=in_order(_cookie_texts(cookie, language) for cookie in cookies),
        )
        return keep_row(texts, translation_of=translation_of, by=by)

    in_each(LANGUAGES, build)


def _register_purpose(order, source):
    group = PurposeEntry.objects.create(
        varname=source["key"],
        name=source["name"]["en"],
        description=source["description"]["en"],
        is_required=source["required"],
        is_deletable=not source["required"],
        ordering=order,
    )
    group.save_revision()
    return Registered(group, source)


def _cookies_of(purposes):
    return [(purpose, cookie) for purpose in purposes for cookie in purpose.source["cookies"]]


def _register_cookie(purpose, source):
    cookie = CookieEntry.objects.create(
        cookiegroup=purpose.row,
        name=COOKIE_NAMES.get(source["name"], source["name"]),
        description=source["description"]["en"],
    )
    cookie.save_revision()
    return Registered(cookie, source)


def _purpose_texts(purpose, language):
    return PurposeTexts(group=purpose.row, **purpose.said_in(language, "name", "description"))


def _cookie_texts(cookie, language):
    words = cookie.said_in(language, "provider", "lifetime", "description")
    return CookieTexts(cookie=cookie.row, **words)
