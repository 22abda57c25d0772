"""The translators' queue: pages of which a language has nothing, a draft, or something old."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from coalition.pages.translation import Translation
from coalition.pages.tree import DEPTH_OF_HOME_PAGES


class State(TextChoices):
    MISSING = "missing", _("Missing")
    DRAFT = "draft", _("Draft")
    BEHIND = "behind", _("Behind its source")
    CURRENT = "current", _("Up to date")


WAITING = [State.MISSING, State.DRAFT, State.BEHIND]


@dataclass(frozen=True)
class InLanguage:
    """What there is of a page in one language."""

    code: str
    page: Page | None = None
    translation: Translation | None = field(default=None, repr=False)

    @property
    def state(self):
        if not self.page:
            return State.MISSING
        if not self.page.live:
            return State.DRAFT
        is_behind = self.translation and self.translation.is_behind
        return State.BEHIND if is_behind else State.CURRENT


def originals(pages):
    """Of these pages, one for each group of translations: the one that was written first."""
    earlier = Page.objects.filter(
        translation_key=OuterRef("translation_key"), translation=None, pk__lt=OuterRef("pk")
    )
    return pages.filter(
        ~Exists(earlier), depth__gt=DEPTH_OF_HOME_PAGES, alias_of=None, translation=None
    )


def waiting(pages, languages, states=WAITING):
    """Those that in one of the languages are in one of the states."""
    conditions = Q()
    for language in languages:
        for state in states:
            conditions |= _is(state, language)
    return pages.filter(conditions)


def _is(state, language):
    there = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale__language_code=language
    )
    if state == State.MISSING:
        return ~Q(Exists(there))
    if state == State.DRAFT:
        return Q(Exists(there.filter(live=False)))
    return Q(Exists(there.filter(translation__in=Translation.objects.behind())))


def in_every_language(pages, languages):
    """For each of these pages, by its key: what there is in each language; two queries."""
    keys = [page.translation_key for page in pages]
    found = Page.objects.filter(translation_key__in=keys).select_related("locale")
    known = Translation.objects.filter(page__translation_key__in=keys)
    # Not the content of revisions, which may be long.
    known = known.select_related("source__live_revision").defer("source__live_revision__content")
    translations = {translation.page_id: translation for translation in known}
    by_place = {(page.translation_key, page.locale.language_code): page for page in found}
    return {
        key: [_in_language(by_place.get((key, code)), code, translations) for code in languages]
        for key in keys
    }


def _in_language(page, code, translations):
    return InLanguage(code, page, translations.get(page.pk) if page else None)
