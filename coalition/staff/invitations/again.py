"""For somebody whose invitation got lost."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from coalition.staff.invitations.inviting import invite
from coalition.staff.invitations.links import has_come
from coalition.staff.lost_devices.models import SecondFactorReset
from coalition.staff.lost_devices.settled import are_settled
from coalition.staff.screens import ForAdministrators, Screen


class InviteAgainView(ForAdministrators, Screen):
    """Never for somebody who has come: it would take their password away, by one alone.

    After a reset it goes to no address that was written in lately: two granted it for the old one.
    """

    template_name = "staff/invite_again.html"
    page_title = _("Invite again")
    header_icon = "mail"

    def setup(self, request, *args, person, **kwargs):
        super().setup(request, *args, **kwargs)
        self.person = get_object_or_404(get_user_model(), pk=person)

    def dispatch(self, request, *args, **kwargs):
        if has_come(self.person) or not self.is_as_granted(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def is_as_granted(self, administrator):
        if not SecondFactorReset.objects.granted().filter(person=self.person).exists():
            return True
        return are_settled([self.person, administrator], timezone.now())

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"person": self.person}

    def post(self, request, **kwargs):
        invite(self.person)
        words = gettext("An invitation goes to %(address)s.") % {"address": self.person.email}
        messages.success(request, words)
        return redirect("wagtailusers_users:index")
