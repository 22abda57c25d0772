"""The form in which editors keep a film and its words."""

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.models import Page, ReferenceIndex


class VideoForm(WagtailAdminModelForm):
    """Whoever follows the film by its words, on a page that is live, goes on following it."""

    def is_valid(self):
        return super().is_valid() and self._leaves_words_to_readers()

    def _leaves_words_to_readers(self):
        pages = live_pages_that_show(self.instance)
        for locale in self._languages_lost():
            if page := pages.filter(locale=locale).first():
                self.add_error(None, words_needed(page, locale))
        return not self.errors

    def _languages_lost(self):
        locales = {words.locale for words in self.instance.captions.select_related("locale")}
        before = {locale for locale in locales if self.instance.can_be_followed_in(locale)}
        rows = self.formsets["captions"].cleaned_data
        kept = (row for row in rows if row and not row["DELETE"])
        return before - {row["locale"] for row in kept if row["file"] and row["transcript"]}


def live_pages_that_show(film):
    references = ReferenceIndex.get_references_to(film).select_related("content_type")
    keys = [each.object_id for each in references if is_shown_by(each)]
    return Page.objects.filter(live=True, pk__in=keys).order_by("pk")


def is_shown_by(reference):
    """A story of another kind keeps the film it had on top, and does not show it there."""
    model = reference.content_type.model_class()
    if not (model and issubclass(model, Page)):
        return False
    is_on_top = reference.model_path == "video"
    return not is_on_top or bool(model._default_manager.get(pk=reference.object_id).film)


def words_needed(page, locale):
    return _(
        "“%(page)s” shows this film in %(language)s, and some readers follow it there by its "
        "captions and its transcript. Keep both, or take the film off that page first."
    ) % {"page": page, "language": locale.get_display_name()}
