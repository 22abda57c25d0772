"""Puts takedowns into the admin: their list, and the way to one from what may be taken down."""

from django.urls import path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.action_menu import ActionMenuItem

from coalition.media.models import Video
from coalition.takedowns.models import Takedown
from coalition.takedowns.templatetags.takedowns import way_to_take_down
from coalition.takedowns.views import (
    CheckView,
    LetInView,
    TakeDownView,
    TakedownView,
    WrittenOnce,
    address_of,
)


class TakedownIndexView(WrittenOnce, IndexView):
    # One begins at what is to be taken down.
    add_url = None

    def get_base_queryset(self):
        return super().get_base_queryset().prefetch_related("addresses")


class TakedownViewSet(ModelViewSet):
    model = Takedown
    name = "takedowns"
    icon = "warning"
    menu_label = _("Takedowns")
    menu_order = 330
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = TakedownIndexView
    inspect_view_class = TakedownView
    form_fields = ["reason"]
    list_display = [
        TitleColumn("title", label=_("Title"), get_url=address_of),
        Column("is_proven", label=_("Gone everywhere"), accessor="proof"),
        DateColumn("taken_down_at", label=_("Taken down"), sort_key="taken_down_at"),
        UserColumn("taken_down_by", label=_("by")),
    ]
    search_fields = ["title", "reason"]
    search_backend_name = None

    def get_urlpatterns(self):
        kept = ("index", "index_results", "inspect")
        return [
            *(each for each in super().get_urlpatterns() if each.name in kept),
            path("<int:pk>/check/", CheckView.as_view(), name="check"),
            path("<int:pk>/let-in/", LetInView.as_view(), name="let_in"),
            path(
                "of/<slug:app_label>/<slug:model_name>/<int:pk>/",
                TakeDownView.as_view(),
                name="take_down",
            ),
        ]


@hooks.register("register_admin_viewset")
def register_takedowns():
    return TakedownViewSet()


class TakeDownVideo(ActionMenuItem):
    name = "action-take-down"
    label = _("Take down for safety")
    icon_name = "warning"

    def is_shown(self, context):
        may = context["request"].user.has_perm("takedowns.add_takedown")
        return context["view"] == "edit" and context["model"] is Video and may

    def get_url(self, parent_context):
        return way_to_take_down(parent_context["instance"])


@hooks.register("register_snippet_action_menu_item")
def offer_for_videos(model):
    return TakeDownVideo(order=90) if model is Video else None
