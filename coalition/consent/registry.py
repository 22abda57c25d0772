"""The purposes as they are today, each with the version that its own content gives it."""

from collections.abc import Iterable, Mapping
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
    published = ConsentTexts.objects.filter(live=True).select_related("locale")
    notices = list(published.prefetch_related("purposes", "cookies"))
    return {group.varname: Purpose(group.varname, content_of(group, notices)) for group in groups}


def content_of(group: CookieGroup, notices: Iterable[ConsentTexts]) -> Content:
    cookies = group.cookie_set.all()
    said = {notice.locale.language_code: words_of(group, notice) for notice in notices}
    return {
        "purpose": group.varname,
        "cookies": sorted(
            [each.name, each.path, each.domain, each.description] for each in cookies
        ),
        # The library's own words are shown where a language has none.
        "words": {"": {"name": group.name, "description": group.description}, **said},
    }


def words_of(group: CookieGroup, notice: ConsentTexts) -> Content:
    """In one language: the notice that asks, and what it says of the purpose and its cookies."""
    names = {cookie.pk: cookie.name for cookie in group.cookie_set.all()}
    purpose = next((text for text in notice.purposes.all() if text.group_id == group.pk), group)
    return {
        "notice": [notice.title, notice.text],
        "answers": [notice.accept_label, notice.reject_label],
        "name": purpose.name,
        "description": purpose.description,
        "cookies": {
            names[text.cookie_id]: [text.kind, text.provider, text.lifetime, text.description]
            for text in notice.cookies.all()
            if text.cookie_id in names
        },
    }
