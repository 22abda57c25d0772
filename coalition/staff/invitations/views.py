"""Where a link of an invitation leads."""

from allauth.account.internal.flows.login import record_authentication
from django.contrib.auth import login
from django.contrib.auth.forms import SetPasswordForm
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from wagtail.log_actions import log

from coalition.staff.invitations.links import invited_by

BY_PASSKEY = "passkey"
BACKEND = "django.contrib.auth.backends.ModelBackend"


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def accept_invitation(request, link):
    """Choose a password, or a passkey instead; what is missing then is asked for next."""
    person = invited_by(link)
    if person is None:
        return render(request, "staff/invitation_over.html", status=410)
    if request.method == "POST" and BY_PASSKEY in request.POST:
        return _let_in(request, person, "mfa_add_webauthn")
    form = SetPasswordForm(person, request.POST or None)
    for field in form.fields.values():
        field.widget.attrs["dir"] = "ltr"
    if form.is_valid():
        form.save()
        return _let_in(request, person, "mfa_index")
    return render(request, "staff/invitation.html", {"form": form, "person": person})


def _let_in(request, person, address):
    """As far as enrolment: a session without a second factor leads nowhere else."""
    login(request, person, backend=BACKEND)
    record_authentication(request, person, "invitation")
    log(person, "staff.accept_invitation", user=person)
    return redirect(address)
