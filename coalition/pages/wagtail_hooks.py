"""Publishing many pages asks of each what its own form would; neither choosers nor links tell."""

from django.shortcuts import redirect
from wagtail import hooks
from wagtail.admin import messages

from coalition.pages.closed_doors import visible_to
from coalition.pages.links_in_prose import OpenDocuments, ReadablePages
from coalition.pages.models import BasePage


@hooks.register("before_bulk_action")
def refuse_what_is_not_whole(request, action_type, objects, action):
    """All of them wait for the one that lacks something: half a publication is nobody's wish."""
    if action_type != "publish":
        return None
    drafts = drafts_of(objects, action.cleaned_form.cleaned_data.get("include_descendants"))
    problems = [f"{draft}: {problem}" for draft in drafts for problem in draft.lacks.values()]
    for problem in problems:
        messages.error(request, problem)
    return redirect(action.next_url) if problems else None


def drafts_of(pages, include_descendants):
    for page in pages:
        below = page.get_descendants().not_live() if include_descendants else ()
        for each in (page, *below):
            draft = each.get_latest_revision_as_object()
            if isinstance(draft, BasePage):
                yield draft


@hooks.register("construct_page_chooser_queryset")
def offer_what_may_be_seen(pages, request):
    return visible_to(request.user, pages)


@hooks.register("register_rich_text_features", order=1)
def lead_only_where_readers_may_follow(features):
    """Instead of Wagtail's, which are registered before."""
    for handler in (ReadablePages, OpenDocuments):
        features.register_link_type(handler)
