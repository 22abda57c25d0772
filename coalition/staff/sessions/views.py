"""Where one is signed in, and out again."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.log_actions import log

from coalition.staff.screens import Screen
from coalition.staff.sessions.models import StaffSession


def sessions_of(person):
    rows = StaffSession.objects.of(person).in_force().latest_first().select_related("user")
    return [row for row in rows if row.is_of_the_present_password()]


class SessionsView(Screen):
    template_name = "staff/sessions.html"
    page_title = _("Where you are signed in")
    header_icon = "desktop"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            sessions=sessions_of(self.request.user),
            present=self.request.session.session_key,
            **kwargs,
        )


class TimeLeftView(View):
    """For the script that warns of the end; `keeping` knows which question nobody asked."""

    def get(self, request):
        return JsonResponse(request.session.seconds_left())


class EndSessionView(View):
    """One of one's own, by its public name."""

    def post(self, request, name):
        for session in sessions_of(request.user):
            if session.public_name == name:
                session.delete()
                log(request.user, "staff.end_session")
                messages.success(request, gettext("That browser is signed out."))
                return redirect("staff_sessions")
        raise Http404


class EndSessionsView(View):
    def post(self, request):
        end_sessions_of(request.user)
        return redirect("wagtailadmin_login")


def end_sessions_of(person, by=None):
    StaffSession.objects.of(person).delete()
    log(person, "staff.end_sessions", user=by)
