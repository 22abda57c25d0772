"""Tells an editor that a text is behind its source, and takes the word that it is not."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from coalition.pages.translation import Translation, follow, source_of


def warn_of_newer_source(request, page):
    behind = Translation.objects.behind().filter(page=page)
    translation = behind.select_related("page", "source__locale").first()
    if translation:
        shown = {"translation": translation}
        messages.warning(request, render_to_string("translations/behind.html", shown))


@require_POST
def mark_current(request, page_pk):
    """The page tells what its source says. What readers see has to be the page's latest draft."""
    page = get_object_or_404(Page, pk=page_pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    source = source_of(page)
    if not source:
        messages.error(request, _("This page was not translated from another."))
    elif page.live and page.has_unpublished_changes:
        messages.error(
            request, _("Readers still see the older translation: publish your draft first.")
        )
    else:
        follow(page, source)
        messages.success(request, _("This translation is up to date with its source."))
    return redirect("wagtailadmin_pages:edit", page.pk)
