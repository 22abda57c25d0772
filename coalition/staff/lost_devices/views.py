"""Where administrators ask for resets of second factors, and answer each other."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import View

from coalition.staff.lost_devices.models import SecondFactorReset
from coalition.staff.lost_devices.resetting import ask, grant, refuse
from coalition.staff.screens import ForAdministrators, Screen

SHOWN = 50


class LostDevicesView(ForAdministrators, Screen):
    template_name = "staff/lost_devices.html"
    page_title = _("Lost second factors")
    header_icon = "key"

    def get_context_data(self, **kwargs):
        waiting = SecondFactorReset.objects.waiting().newest_first()
        answered = SecondFactorReset.objects.exclude(answered_at=None).newest_first()
        user = self.request.user
        return super().get_context_data(
            waiting=[(row, row.may_be_granted_by(user), row.person != user) for row in waiting],
            answered=answered[:SHOWN],
            **kwargs,
        )


class AskForResetView(ForAdministrators, Screen):
    template_name = "staff/ask_for_reset.html"
    page_title = _("Ask for a reset")
    header_icon = "key"

    def setup(self, request, *args, person, **kwargs):
        super().setup(request, *args, **kwargs)
        self.person = get_object_or_404(get_user_model(), pk=person)

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"person": self.person}

    def post(self, request, **kwargs):
        ask(self.person, request.user)
        messages.success(request, gettext("Another administrator must confirm it."))
        return redirect("lost_devices")


class AnswerView(ForAdministrators, View):
    def post(self, request, key):
        asked = get_object_or_404(SecondFactorReset.objects.waiting(), pk=key)
        if "grant" in request.POST:
            grant(asked, request.user)
            messages.success(request, gettext("The second factor is taken away."))
        else:
            refuse(asked, request.user)
            messages.success(request, gettext("The request is refused."))
        return redirect("lost_devices")
