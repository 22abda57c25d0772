"""Closes what Wagtail leaves open to everybody who works here, whatever their role.

Its choosers, some of its questions and its programming interface name things without asking
whether one may see them. `tests/role_matrix` is the list that these were found by.
"""

import re

from django.apps import apps
from django.core.exceptions import BadRequest
from django.db.models import Q
from wagtail.admin.auth import permission_denied
from wagtail.models import Page, Task
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from coalition.pages.querysets import all_pages

# What Wagtail hands to the database as it came.
ASKED_BY_KEY = {
    "chosen_multiple",
    "find",
    "wagtail_bulk_action",
    "wagtailadmin_choose_page_chosen_multiple",
}
A_KEY = re.compile("[0-9]{1,18}")
# What a list asks for whose every page is ticked.
ALL = "all"
ANY_RIGHT = ("view", "add", "change", "delete", "publish", "bulk_delete", "lock", "unlock")


class CloseDoors:
    """Answers as Wagtail does when it refuses: with a way home, and no word of what was asked."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if request.resolver_match.url_name in ASKED_BY_KEY and not asks_by_keys(request):
            raise BadRequest("Keys are numbers.")
        may_pass = door_of(request.resolver_match)
        if may_pass is None or not request.user.is_authenticated or may_pass(request):
            return None
        return permission_denied(request)


def door_of(match):
    """What opens an address that Wagtail itself does not close; None for all others."""
    if match.namespace.startswith("wagtailsnippetchoosers_"):
        return works_with_snippets
    return DOORS.get(match.view_name) or DOORS.get(match.namespace)


def works_on(user, model):
    return policy_registry.get_by_type(model).user_has_any_permission(user, ANY_RIGHT)


def works_on_pages(request):
    return works_on(request.user, Page)


def works_on_tasks(request):
    return works_on(request.user, Task)


def works_with_snippets(request):
    namespace = request.resolver_match.namespace
    model = next(
        model
        for model in get_snippet_models()
        if namespace == f"wagtailsnippetchoosers_{model._meta.app_label}_{model._meta.model_name}"
    )
    return works_on(request.user, model)


def works_on_many(request):
    """On each that is to be changed: Wagtail names those that one has no right to."""
    kind = request.resolver_match.kwargs
    try:
        model = apps.get_model(kind["app_label"], kind["model_name"])
    except LookupError:
        return True
    if not works_on(request.user, model):
        return False
    if asks_for_all(request):
        return True
    return may_see_all(request) if model is Page else works_on_all(request, model)


def works_on_all(request, model):
    policy = policy_registry.get_by_type(model)
    theirs = policy.instances_user_has_any_permission_for(request.user, ANY_RIGHT)
    keys = set(request.GET.getlist("id"))
    return theirs.filter(pk__in=keys).count() == len(keys)


def asks_by_keys(request):
    return asks_for_all(request) or all(A_KEY.fullmatch(key) for key in request.GET.getlist("id"))


def asks_for_all(request):
    is_of_many = request.resolver_match.url_name == "wagtail_bulk_action"
    return is_of_many and request.GET.getlist("id") == [ALL]


def administers(request):
    return request.user.is_superuser


def may_look_below(request):
    key = request.resolver_match.kwargs["parent_page_id"]
    return visible_to(request.user, Page.objects.filter(pk=key)).exists()


def may_see_all(request):
    keys = set(request.GET.getlist("id"))
    return visible_to(request.user, Page.objects.filter(pk__in=keys)).count() == len(keys)


def visible_to(user, pages):
    """What one works on oneself, the way to it, and what every reader sees."""
    policy = policy_registry.get_by_type(Page)
    theirs = policy.explorable_instances(user)
    public = all_pages().readable()
    return pages.filter(Q(pk__in=theirs.values("pk")) | Q(pk__in=public.values("pk")) | Q(depth=1))


DOORS = {
    "wagtail_bulk_action": works_on_many,
    "wagtailadmin_api:documents": administers,
    "wagtailadmin_api:images": administers,
    "wagtailadmin_choose_page_child": may_look_below,
    "wagtailadmin_choose_page_chosen_multiple": may_see_all,
    "wagtailadmin_pages:choose_parent": works_on_pages,
    "wagtailadmin_pages:confirm_workflow_cancellation": works_on_pages,
    "wagtailadmin_pages:move_confirm": works_on_pages,
    "wagtailadmin_workflows:task_chooser": works_on_tasks,
    "wagtailadmin_workflows:task_chooser_create": works_on_tasks,
    "wagtailadmin_workflows:task_chooser_results": works_on_tasks,
    "wagtailadmin_workflows:task_chosen": works_on_tasks,
}
