"""Approval and Wagtail's programming interface publish too, and never ask the editor's form."""

from django.core.exceptions import BadRequest
from django.http import JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from wagtail.admin import messages
from wagtail.models import Page

APPROVAL = ("wagtailadmin_pages:workflow_action", "approve")
PUBLICATION = ("wagtailadmin_api:pages:action", "publish")


class KeepTheUnfinished:
    """Sends a page back that lacks what readers need, with word of what that is."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        asked = (request.resolver_match.view_name, kwargs.get("action_name"))
        if asked not in (APPROVAL, PUBLICATION) or not request.user.is_authenticated:
            return None
        page = get_object_or_404(Page, pk=kwargs.get("page_id") or kwargs["pk"])
        problems = problems_for(request.user, page)
        if problems and asked == PUBLICATION:
            raise BadRequest(" ".join(problems))
        return send_back(request, page, problems) if problems else None


def problems_for(user, page):
    """None for whom Wagtail refuses: they learn nothing of it."""
    if not page.permissions_for_user(user).can_edit():
        return []
    draft = page.get_latest_revision_as_object()
    return [str(problem) for problem in getattr(draft, "lacks", {}).values()]


def send_back(request, page, problems):
    for problem in problems:
        messages.error(request, problem)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        # What Wagtail's dialog expects before it leaves the page.
        return JsonResponse({"step": "success", "redirect": address})
    return redirect(address)
