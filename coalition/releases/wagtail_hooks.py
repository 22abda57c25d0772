"""Puts releases into the admin: their list, the editors' action menus, the log."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import DraftStateMixin
from wagtail.snippets.action_menu import ActionMenuItem as SnippetActionMenuItem

from coalition.releases.foresight import foreseeing_releases_of
from coalition.releases.item_views import AddView, PreviewView, RemoveView
from coalition.releases.models import Release
from coalition.releases.views import (
    NewReleaseView,
    ReleaseHistoryView,
    ReleaseIndexView,
    ReleaseUsageView,
    ReleaseView,
    StepView,
    address_of,
)


class ReleaseViewSet(ModelViewSet):
    model = Release
    name = "releases"
    icon = "upload"
    menu_label = _("Releases")
    menu_order = 260
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = ReleaseIndexView
    add_view_class = NewReleaseView
    inspect_view_class = ReleaseView
    history_view_class = ReleaseHistoryView
    usage_view_class = ReleaseUsageView
    form_fields = ["title", "note"]
    list_display = [
        TitleColumn("title", label=_("Title"), get_url=address_of, sort_key="title"),
        Column("get_state_display", label=_("Status"), sort_key="state"),
        UserColumn("creator", label=_("Creator")),
        DateColumn("created_at", label=_("Created"), sort_key="created_at"),
    ]
    list_filter = ["state"]
    search_fields = ["title"]
    search_backend_name = None

    def get_urlpatterns(self):
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/<slug:step>/", StepView.as_view(), name="step"),
            path("items/<int:pk>/preview/", PreviewView.as_view(), name="preview"),
            path("items/<int:pk>/remove/", RemoveView.as_view(), name="remove"),
            path(
                "with/<slug:app_label>/<slug:model_name>/<int:pk>/",
                AddView.as_view(),
                name="add_row",
            ),
        ]


@hooks.register("register_admin_viewset")
def register_releases():
    return ReleaseViewSet()


def address_to_add(row):
    return reverse("releases:add_row", args=[row._meta.app_label, row._meta.model_name, row.pk])


class AddPageToRelease(ActionMenuItem):
    name = "action-add-to-release"
    label = _("Add to a release")
    icon_name = "upload"

    def is_shown(self, context):
        may_add = context["request"].user.has_perm("releases.add_release")
        return context["view"] == "edit" and may_add and super().is_shown(context)

    def get_url(self, parent_context):
        return address_to_add(parent_context["page"].specific)


class AddSnippetToRelease(SnippetActionMenuItem):
    name = AddPageToRelease.name
    label = AddPageToRelease.label
    icon_name = AddPageToRelease.icon_name

    def is_shown(self, context):
        may_add = context["request"].user.has_perm("releases.add_release")
        has_drafts = issubclass(context["model"], DraftStateMixin)
        return context["view"] == "edit" and has_drafts and may_add and super().is_shown(context)

    def get_url(self, parent_context):
        return address_to_add(parent_context["instance"])


@hooks.register("register_page_action_menu_item")
def offer_for_pages():
    return AddPageToRelease(order=70)


@hooks.register("register_snippet_action_menu_item")
def offer_for_snippets(model):
    return AddSnippetToRelease(order=70)


hooks.register("foresee_draft", foreseeing_releases_of)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action("releases.add", _("Add to release"), _("Items were added"))
    actions.register_action("releases.remove", _("Remove from release"), _("Items were removed"))
    actions.register_action("releases.submit", _("Submit release"), _("Submitted for review"))
    actions.register_action("releases.approve", _("Approve release"), _("Approved"))
    actions.register_action("releases.reopen", _("Reopen release"), _("Taken back to work"))
    actions.register_action("releases.publish", _("Publish release"), _("Published"))
    actions.register_action("releases.undo", _("Undo release"), _("Undone"))
