"""As `views`, for what is no page; and Wagtail's own step into another language, made safe."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.contrib.simple_translation.views import SubmitSnippetTranslationView
from wagtail.models import get_translatable_models

from coalition.pages.row_translation import RowTranslation, follow_row
from coalition.pages.rows import source_of
from coalition.translations.row_queue import (
    changes_address,
    edit_address,
    is_translated,
    kinds_of,
    place_of,
)


class TranslateRow(SubmitSnippetTranslationView):
    """Remembers the source; what a language has already is refused in words, and nothing kept."""

    def post(self, request, **kwargs):
        before = [row.pk for row in self.object.get_translations()]
        try:
            answer = super().post(request, **kwargs)
        except ValidationError as refusal:
            for reason in refusal.messages:
                messages.error(request, reason)
            return self.get(request, **kwargs)
        if is_translated(type(self.object)):
            for row in self.object.get_translations().exclude(pk__in=before):
                follow_row(row, self.object, self.object.latest_revision)
        return answer


def warn_of_newer_source(request, row):
    if not is_translated(type(row)):
        return
    translation = RowTranslation.objects.of(row).first()
    source = translation.source if translation else None
    if source and translation.is_behind(source):
        shown = {
            "source": source,
            "changes_address": changes_address(translation, source),
            "current_address": reverse("mark_row_current", args=place_of(row)),
        }
        messages.warning(request, render_to_string("translations/row_behind.html", shown))


@require_POST
def mark_row_current(request, app_label, model_name, pk):
    """The row tells what its source says. What readers see has to be the row's latest draft."""
    row = get_object_or_404(_kind(request.user, app_label, model_name), pk=pk)
    source = source_of(row)
    if not source:
        messages.error(request, _("This text was not translated from another."))
    elif getattr(row, "live", False) and row.has_unpublished_changes:
        messages.error(
            request, _("Readers still see the older translation: publish your draft first.")
        )
    else:
        follow_row(row, source)
        messages.success(request, _("This translation is up to date with its source."))
    return redirect(edit_address(row))


def _kind(user, app_label, model_name):
    named = {
        (kind._meta.app_label, kind._meta.model_name): kind for kind in get_translatable_models()
    }
    kind = named.get((app_label, model_name))
    if kind is None:
        raise Http404
    if kind not in kinds_of(user):
        raise PermissionDenied
    return kind
