"""The translators' queue for what is no page: topics, menus, notices, the site's own words."""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from wagtail.models import DraftStateMixin, get_translatable_models
from wagtail.permissions import policy_registry

from coalition.pages.row_translation import RowTranslation, public_revision_of
from coalition.pages.rows import TranslatedRow
from coalition.pages.versions import address_to_compare
from coalition.translations.queue import State


@dataclass(frozen=True)
class RowInLanguage:
    """What there is of a row in one language, and where it is made or mended."""

    code: str
    original: TranslatedRow
    row: TranslatedRow | None = None
    translation: RowTranslation | None = None
    source: TranslatedRow | None = None

    @property
    def state(self):
        if not self.row:
            return State.MISSING
        if not getattr(self.row, "live", True):
            return State.DRAFT
        is_behind = self.source and self.translation.is_behind(self.source)
        return State.BEHIND if is_behind else State.CURRENT

    @property
    def address(self):
        return edit_address(self.row) if self.row else translate_address(self.original)

    @property
    def changes_address(self):
        return changes_address(self.translation, self.source)


@dataclass(frozen=True)
class Original:
    """A row that was written first, with what there is of it in each language."""

    row: TranslatedRow
    languages: dict[str, RowInLanguage]

    def is_in(self, languages, states):
        return any(self.languages[code].state in states for code in languages)

    @property
    def kind(self):
        return self.row._meta.verbose_name

    @property
    def address(self):
        return edit_address(self.row)


def is_translated(model):
    """Whether each language has these rows in our words."""
    return issubclass(model, TranslatedRow) and model.are_our_words


def kinds_of(user):
    """The kinds of rows that are translated and that this person may change."""
    return [
        model
        for model in get_translatable_models()
        if is_translated(model)
        and policy_registry.get_by_type(model).user_has_permission(user, "change")
    ]


def originals_of(model, languages):
    """All of a kind in two queries: there are never many, unlike pages."""
    groups = defaultdict(list)
    for row in _rows(model):
        if row.locale.language_code in languages:
            groups[row.translation_key].append(row)
    known = RowTranslation.objects.filter(kind=ContentType.objects.get_for_model(model))
    translations = {translation.row_id: translation for translation in known}
    return [_original(rows, translations, languages) for rows in groups.values()]


def _rows(model):
    """Without the content of revisions, which may be long."""
    revision = "live_revision" if issubclass(model, DraftStateMixin) else "latest_revision"
    rows = model._default_manager.select_related("locale", revision).order_by("pk")
    return rows.defer(f"{revision}__content")


def _original(rows, translations, languages):
    first = next((row for row in rows if row.pk not in translations), rows[0])
    by_key = {row.pk: row for row in rows}
    there = {row.locale.language_code: row for row in rows}

    def in_language(code):
        row = there.get(code)
        translation = translations.get(row.pk) if row else None
        source = by_key.get(translation.source_id) if translation else None
        return RowInLanguage(code, first, row, translation, source)

    return Original(first, {code: in_language(code) for code in languages})


def edit_address(row):
    return reverse(row.snippet_viewset.get_url_name("edit"), args=[row.pk])


def translate_address(row):
    return reverse("simple_translation:submit_snippet_translation", args=place_of(row))


def place_of(row):
    """How addresses name a row of any kind."""
    return [row._meta.app_label, row._meta.model_name, row.pk]


def changes_address(translation, source):
    """Where one sees what changed in a source since; its history, if a revision is gone."""
    public = public_revision_of(source)
    if translation.revision_id and public:
        return address_to_compare(source, translation.revision_id, public.pk)
    return reverse(source.snippet_viewset.get_url_name("history"), args=[source.pk])
