"""The purposes as they are today, each with the version that its own content gives it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final

from cookie_consent.models import CookieGroup

from coalition.audit.chain import canonical
from coalition.consent.models.texts import ConsentTexts
from coalition.delivery.kept import kept

LENGTH_OF_A_VERSION: Final = 16

Content = dict[str, Any]


@dataclass(frozen=True)
class Purpose:
    """What a visitor may accept or refuse; another word in any language is another version."""

    key: str
    content: Content

    @property
    def version(self) -> str:
        return version_of(self.content)


def purposes() -> Mapping[str, Purpose]:
    """Those that are optional, by key, in the registry's order."""
    return kept("consent-purposes", read_purposes)


def versions() -> dict[str, str]:
    return {key: purpose.version for key, purpose in purposes().items()}


def version_of(content: Content) -> str:
    """The same for the same content, whatever its order; fits into a cookie."""
    return sha256(canonical(content)).hexdigest()[:LENGTH_OF_A_VERSION]


def read_purposes() -> dict[str, Purpose]:
    groups = CookieGroup.objects.filter(is_required=False).prefetch_related("cookie_set")
    said = words_by_purpose()
    return {group.varname: Purpose(group.varname, content_of(group, said)) for group in groups}


def content_of(group: CookieGroup, said: Mapping[int, Content]) -> Content:
    return {
        "purpose": group.varname,
        "cookies": sorted([each.name, each.path, each.domain] for each in group.cookie_set.all()),
        # The library's own words are shown where a language has none.
        "words": said[group.pk] or {"": {"name": group.name, "description": group.description}},
    }


def words_by_purpose() -> Mapping[int, Content]:
    """By purpose, then by language: the notice that asks, and what it says of the purpose."""
    said: dict[int, Content] = defaultdict(dict)
    notices = ConsentTexts.objects.filter(live=True).select_related("locale")
    for notice in notices.prefetch_related("purposes", "cookies__cookie"):
        cookies: dict[int, Content] = defaultdict(dict)
        for text in notice.cookies.all():
            words = [text.kind, text.provider, text.lifetime, text.description]
            cookies[text.cookie.cookiegroup_id][text.cookie.name] = words
        for text in notice.purposes.all():
            said[text.group_id][notice.locale.language_code] = {
                "notice": [notice.title, notice.text],
                "answers": [notice.accept_label, notice.reject_label],
                "name": text.name,
                "description": text.description,
                "cookies": cookies[text.group_id],
            }
    return said
