"""The form in which editors keep a film and its words."""

import re
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, Revision

from coalition.media.rights import may_alter

# Each time that a text is edited, its paragraphs may be given other ones.
KEYS_OF_PARAGRAPHS = re.compile(r' data-block-key="[^"]*"')


class VideoForm(WagtailAdminModelForm):
    """What is public of the film changes by whoever may; and who follows its words goes on so."""

    def is_valid(self):
        return (
            super().is_valid()
            and self._leaves_film_to_readers()
            and self._leaves_words_to_readers()
        )

    def _leaves_film_to_readers(self):
        is_another = {"file", "poster"} & {*self.changed_data} or any(
            says_something_else(form) for form in self.formsets["captions"].forms
        )
        if self.instance.pk and is_another and not may_alter(self.for_user, self.instance):
            self.add_error(None, words_against_altering())
        return not self.errors

    def _leaves_words_to_readers(self):
        lost = self._languages_lost()
        for page in pages_that_show(self.instance) if lost else ():
            if page.locale in lost:
                lost.remove(page.locale)
                self.add_error(None, words_needed(page))
        return not self.errors

    def _languages_lost(self):
        locales = {words.locale for words in self.instance.captions.select_related("locale")}
        before = {locale for locale in locales if self.instance.can_be_followed_in(locale)}
        rows = self.formsets["captions"].cleaned_data
        kept = (row for row in rows if row and not row["DELETE"])
        return before - {row["locale"] for row in kept if row["file"] and row["transcript"]}


def says_something_else(form):
    """Whether a row of captions is new, to be deleted, or changed but for its place."""
    changed = {*form.changed_data} - {"ORDER"}
    if changed == {"transcript"}:
        before, after = form.initial["transcript"], form.cleaned_data["transcript"]
        return KEYS_OF_PARAGRAPHS.sub("", before) != KEYS_OF_PARAGRAPHS.sub("", after)
    return bool(changed)


def pages_that_show(film):
    """To readers, or once the clock has published what is scheduled."""
    pages = ContentType.objects.get_for_model(Page)
    references = ReferenceIndex.get_references_to(film).filter(base_content_type=pages)
    keys = [int(key) for key in references.values_list("object_id", flat=True)]
    live = Page.objects.filter(live=True, pk__in=keys).order_by("pk").specific()
    scheduled = Revision.page_revisions.filter(approved_go_live_at__isnull=False).order_by("pk")
    shown = chain(live, (revision.as_object() for revision in scheduled))
    return (page for page in shown if is_shown_by(page, film))


def is_shown_by(page, film):
    """A story of another kind keeps the film it had on top, and does not show it there."""
    bodies = (field for field in page._meta.get_fields() if isinstance(field, StreamField))
    return getattr(page, "film", None) == film or any(
        (model, key) == (type(film), str(film.pk))
        for body in bodies
        for model, key, *_place in body.extract_references(getattr(page, body.name))
    )


def words_against_altering():
    return _(
        "Readers see this film. Its title you can change; its file, its poster, its captions and "
        "its transcripts only a publisher can. Make a new film and choose that where it belongs, "
        "or ask a publisher."
    )


def words_needed(page):
    return _(
        "“%(page)s” shows this film in %(language)s, and some readers follow it there by its "
        "captions and its transcript. Keep both, or take the film off that page first."
    ) % {"page": page, "language": page.locale.get_display_name()}
