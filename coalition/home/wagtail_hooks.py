"""Puts the home page's future, and what its owners should know, into the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from coalition.home.models import HomePage
from coalition.home.preview import PageAtView, PreviewAtView
from coalition.home.reminders import RemindersPanel


@hooks.register("register_admin_urls")
def register_previews():
    return [
        path("home/<int:pk>/preview-at/", PreviewAtView.as_view(), name="preview_home_at"),
        path("home/<int:pk>/at/", PageAtView.as_view(), name="home_at"),
    ]


@hooks.register("register_page_header_buttons")
def offer_preview(page, user, view_name, next_url=None):
    if page.specific_class is HomePage and page.permissions_for_user(user).can_edit():
        address = reverse("preview_home_at", args=[page.pk])
        yield Button(_("Preview at…"), url=address, icon_name="date", priority=55)


@hooks.register("construct_homepage_panels")
def show_reminders(request, panels):
    panels.append(RemindersPanel())
