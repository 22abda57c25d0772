"""The words of the notice and of each purpose, in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from cookie_consent.models import Cookie, CookieGroup
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalition.consent.models import (
    ConsentTexts,
    CookieEntry,
    CookieTexts,
    PurposeEntry,
    Receipt,
    ShownText,
)
from coalition.consent.receipts import hash_of
from coalition.delivery.kept import kept

# Under this key the registry says what is counted where COUNT_PAGES is on.
PAGE_COUNTS: Final = "page-counts"


@dataclass(frozen=True)
class ExplainedCookie:
    """A cookie as the visitor reads of it."""

    name: str
    kind: str
    provider: str
    lifetime: str
    description: str


@dataclass(frozen=True)
class ExplainedPurpose:
    """A purpose as the visitor reads of it; `is_accepted` is None while nothing is chosen."""

    key: str
    name: str
    description: str
    is_required: bool
    is_accepted: bool | None
    cookies: list[ExplainedCookie] = field(default_factory=list)


def texts_in_reader_language(*parts: str) -> ConsentTexts | None:
    """The notice, with these parts of it: purposes, cookies."""
    language = get_language()
    texts = ConsentTexts.objects.filter(live=True, locale__language_code=language)
    name = ":".join(["notice", language or "", *parts])
    return kept(name, texts.prefetch_related(*parts).first)


def purposes_explained(choice: Mapping[str, bool | None]) -> list[ExplainedPurpose]:
    """Every purpose of the registry, in the words of the reader's language where there are any."""
    texts = texts_in_reader_language("purposes", "cookies")
    groups = CookieGroup.objects.prefetch_related("cookie_set")
    explained = {
        group.varname: _explained(group, group.cookie_set.all(), texts, choice) for group in groups
    }
    counting = explained.pop(PAGE_COUNTS, None)
    if settings.COUNT_PAGES:
        explained[PAGE_COUNTS] = counting or _counting_unexplained()
    return list(explained.values())


def _counting_unexplained() -> ExplainedPurpose:
    """Said of page counts where the registry does not."""
    said = _(
        "We count how often each page is read in a day. "
        "That needs no cookie, and nothing is kept of who read it."
    )
    return ExplainedPurpose(PAGE_COUNTS, _("Page counts"), said, is_required=True, is_accepted=None)


def entry_explained(entry: PurposeEntry | CookieEntry) -> ExplainedPurpose:
    """An entry of the registry that may not be saved yet: a purpose, or that of a cookie."""
    texts = texts_in_reader_language("purposes", "cookies")
    if isinstance(entry, CookieEntry):
        return _explained(entry.cookiegroup, [entry], texts, {})
    return _explained(entry, entry.cookie_set.all() if entry.pk else [], texts, {})


def _explained(
    group: CookieGroup,
    cookies: Iterable[Cookie],
    texts: ConsentTexts | None,
    choice: Mapping[str, bool | None],
) -> ExplainedPurpose:
    purposes = {text.group_id: text for text in texts.purposes.all()} if texts else {}
    said = {text.cookie_id: text for text in texts.cookies.all()} if texts else {}
    words = purposes.get(group.pk, group)
    return ExplainedPurpose(
        key=group.varname,
        name=words.name,
        description=words.description,
        is_required=group.is_required,
        is_accepted=choice.get(group.varname),
        cookies=[
            _cookie_explained(cookie, said.get(cookie.pk))
            for cookie in sorted(cookies, key=lambda cookie: cookie.name)
        ],
    )


def _cookie_explained(cookie: Cookie, said: CookieTexts | None) -> ExplainedCookie:
    return ExplainedCookie(
        name=cookie.name,
        kind=said.get_kind_display() if said else "",
        provider=said.provider if said else cookie.domain,
        lifetime=said.lifetime if said else "",
        description=said.description if said else cookie.description,
    )


@dataclass(frozen=True)
class ExplainedAnswer:
    """What a receipt says of one purpose, in the words that were shown."""

    name: str
    description: str
    is_accepted: bool
    version: str


@dataclass(frozen=True)
class ExplainedReceipt:
    """A receipt as its owner reads it; `is_intact` if it is as it was written."""

    receipt: Receipt
    answers: list[ExplainedAnswer]
    is_intact: bool

    @property
    def holds_until(self) -> datetime:
        return self.receipt.at + timedelta(seconds=settings.COOKIE_CONSENT_MAX_AGE)


def receipt_explained(number: str) -> ExplainedReceipt | None:
    """The receipt of this number, None where there is none."""
    receipt = Receipt.objects.filter(number=number).first()
    if receipt is None:
        return None
    shown = ShownText.objects.in_bulk(list(receipt.versions.values()))
    answers = [_answer_explained(receipt, key, shown) for key in receipt.choices]
    return ExplainedReceipt(receipt, answers, receipt.hash == hash_of(receipt))


def _answer_explained(
    receipt: Receipt, key: str, shown: Mapping[str, ShownText]
) -> ExplainedAnswer:
    version = receipt.versions.get(key, "")
    text = shown.get(version)
    said = text.content["words"] if text else {}
    words = said.get(receipt.language) or next(iter(said.values()), {})
    return ExplainedAnswer(
        name=words.get("name", key),
        description=words.get("description", ""),
        is_accepted=receipt.choices[key],
        version=version,
    )
