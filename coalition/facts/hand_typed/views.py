"""Warns editors of the numbers they typed, and replaces one with a fact when they say so."""

from contextlib import ExitStack, contextmanager

from django.core.exceptions import BadRequest, PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail import hooks
from wagtail.admin import messages
from wagtail.models import Page

from coalition.facts.hand_typed.review import NothingToReplace, replace, review

MOST_SHOWN = 5


def warn(request, page):
    """Show the typed numbers of a page or draft above whatever the editor sees next."""
    found = review(page)
    if found:
        shown = {"page": page, "found": found[:MOST_SHOWN], "left_out": len(found[MOST_SHOWN:])}
        messages.warning(request, render_to_string("facts/hand_typed.html", shown))


@require_POST
def replace_typed_number(request, page_pk):
    """Put a fact in a typed number's place, in a draft of its own."""
    page = get_object_or_404(Page, pk=page_pk).specific
    if not page.permissions_for_user(request.user).can_edit() or page.alias_of_id:
        raise PermissionDenied
    lock = page.get_lock()
    if lock and lock.for_user(request.user):
        messages.error(request, _("The page is locked: nothing was replaced."))
        return redirect("wagtailadmin_pages:edit", page.pk)
    draft = page.get_latest_revision_as_object()
    try:
        with _foresight(page):
            replace(draft, *_words_meant(request.GET))
    except NothingToReplace:
        messages.error(request, _("The text has changed in the meantime: nothing was replaced."))
    else:
        draft.save_revision(user=request.user, log_action=True, clean=False)
        messages.success(request, _("The fact stands in the draft. Publish it to show it."))
    return redirect("wagtailadmin_pages:edit", page.pk)


@contextmanager
def _foresight(page):
    """Facts are told as the offer told them: with all that goes public together with the draft."""
    with ExitStack() as stack:
        for foresee in hooks.get_hooks("foresee_draft"):
            stack.enter_context(foresee(page))
        yield


def _words_meant(parameters):
    try:
        return parameters["path"], int(parameters["start"]), parameters["words"]
    except (KeyError, ValueError):
        raise BadRequest("Needs path, start and words.") from None
