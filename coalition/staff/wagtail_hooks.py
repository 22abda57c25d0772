"""Puts sign-in, invitations and lost devices into the admin."""

from django.contrib import messages
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from coalition.staff.invitations.again import InviteAgainView
from coalition.staff.invitations.inviting import invite
from coalition.staff.invitations.links import has_come
from coalition.staff.lost_devices.views import AnswerView, AskForResetView, LostDevicesView
from coalition.staff.sessions.views import (
    EndSessionsView,
    EndSessionView,
    SessionsView,
    TimeLeftView,
)


@hooks.register("register_admin_urls")
def register_staff_addresses():
    return [
        path("sessions/", SessionsView.as_view(), name="staff_sessions"),
        path("sessions/left/", TimeLeftView.as_view(), name="session_left"),
        path("sessions/go-on/", TimeLeftView.as_view(), name="session_goes_on"),
        path("sessions/end/", EndSessionsView.as_view(), name="end_sessions"),
        path("sessions/<str:name>/end/", EndSessionView.as_view(), name="end_session"),
        path("lost-devices/", LostDevicesView.as_view(), name="lost_devices"),
        path("lost-devices/ask/<int:person>/", AskForResetView.as_view(), name="ask_for_reset"),
        path("lost-devices/<int:key>/answer/", AnswerView.as_view(), name="answer_reset"),
        path("invite-again/<int:person>/", InviteAgainView.as_view(), name="invite_again"),
    ]


@hooks.register("register_account_menu_item")
def offer_ways_in(request):
    return {
        "url": reverse("mfa_index"),
        "label": _("How you sign in"),
        "help_text": _("Your app, passkeys and recovery codes."),
    }


@hooks.register("register_account_menu_item")
def offer_sessions(request):
    return {
        "url": reverse("staff_sessions"),
        "label": _("Where you are signed in"),
        "help_text": _("See the browsers you are signed in with, and sign them out."),
    }


class ItemForAdministrators(MenuItem):
    def is_shown(self, request):
        return request.user.is_superuser


@hooks.register("register_settings_menu_item")
def offer_lost_devices():
    return ItemForAdministrators(
        _("Lost second factors"), reverse("lost_devices"), icon_name="key", order=610
    )


@hooks.register("register_user_listing_buttons")
def offer_to_help(user, request_user):
    if not request_user.is_superuser or user == request_user:
        return
    if has_come(user):
        yield Button(
            _("Lost second factor"), reverse("ask_for_reset", args=[user.pk]), icon_name="key"
        )
    else:
        yield Button(_("Invite again"), reverse("invite_again", args=[user.pk]), icon_name="mail")


@hooks.register("after_create_user")
def invite_who_is_new(request, user):
    invite(user)
    messages.info(request, gettext("An invitation goes to %(address)s.") % {"address": user.email})


@hooks.register("register_log_actions")
def name_what_happens(actions):
    for name, words, past in (
        ("staff.invite", _("Invite"), _("Invited")),
        ("staff.accept_invitation", _("Accept the invitation"), _("Accepted the invitation")),
        ("staff.end_session", _("Sign a browser out"), _("Signed a browser out")),
        ("staff.end_sessions", _("Sign out everywhere"), _("Signed out everywhere")),
        ("staff.ask_reset", _("Ask for a reset"), _("Asked to reset the second factor")),
        ("staff.refuse_reset", _("Refuse a reset"), _("Refused to reset the second factor")),
        ("staff.reset_second_factor", _("Reset"), _("Second factor was reset")),
    ):
        actions.register_action(name, words, past)
