"""How one signs in: the app, passkeys and recovery codes, made and taken away."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.base.views import IndexView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.views import (
    DownloadRecoveryCodesView,
    GenerateRecoveryCodesView,
    ViewRecoveryCodesView,
)
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.core.exceptions import PermissionDenied
from django.urls import reverse_lazy
from django.utils.translation import get_language, override

from coalition.staff.second_factor.forms import AppForm, PasskeyForm
from coalition.staff.second_factor.proof import has_shown_both, keys_of
from coalition.staff.second_factor.replays import is_first_use
from coalition.staff.sign_in.known_devices import remember_device


class InTheirLanguage:
    """Speaks the language that somebody has chosen for the back office."""

    def dispatch(self, request, *args, **kwargs):
        profile = getattr(request.user, "wagtail_userprofile", None)
        language = profile.get_preferred_language() if profile else get_language()
        with override(language):
            response = super().dispatch(request, *args, **kwargs)
            if hasattr(response, "render"):
                response.render()
        return response


class Enrolling:
    """Whoever has just made a key has shown it."""

    def form_valid(self, form):
        response = super().form_valid(form)
        newest = keys_of(self.request.user).latest("created_at")
        record_authentication(
            self.request, self.request.user, "mfa", id=newest.pk, type=newest.type
        )
        # A session that was seen before it was trusted is worth nothing afterwards.
        self.request.session.cycle_key()
        remember_device(response, self.request.user)
        return response


class LeavingOne:
    """Nobody takes away the last of their keys: they would be without a second factor."""

    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not keys_of(request.user)[1:].exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class WaysInView(InTheirLanguage, IndexView):
    template_name = "staff/ways_in.html"

    def get_context_data(self, **kwargs):
        keys = list(keys_of(self.request.user).order_by("created_at"))
        return super().get_context_data(
            keys=keys,
            has_app=any(key.type == Authenticator.Type.TOTP for key in keys),
            may_remove=len(keys) > 1,
            is_inside=has_shown_both(self.request, self.request.user),
            **kwargs,
        )


class AddAppView(InTheirLanguage, Enrolling, ActivateTOTPView):
    template_name = "staff/add_app.html"
    form_class = AppForm

    def form_valid(self, form):
        response = super().form_valid(form)
        app = keys_of(self.request.user).get(type=Authenticator.Type.TOTP)
        is_first_use(app, form.cleaned_data["code"])
        return response


class RemoveAppView(InTheirLanguage, LeavingOne, DeactivateTOTPView):
    template_name = "staff/remove_key.html"


class AddPasskeyView(InTheirLanguage, Enrolling, AddWebAuthnView):
    """Every passkey can sign in by itself: it is a device, and a finger, face or PIN."""

    template_name = "staff/add_passkey.html"
    form_class = PasskeyForm

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, passwordless=True)
        return context | {"js_data": {"creation_options": options}}


class RemovePasskeyView(InTheirLanguage, LeavingOne, RemoveWebAuthnView):
    template_name = "staff/remove_key.html"
    success_url = reverse_lazy("mfa_index")


class RecoveryCodesView(InTheirLanguage, ViewRecoveryCodesView):
    template_name = "staff/recovery_codes.html"


class RecoveryCodesFileView(InTheirLanguage, DownloadRecoveryCodesView):
    template_name = "staff/recovery_codes.txt"


class NewRecoveryCodesView(InTheirLanguage, GenerateRecoveryCodesView):
    template_name = "staff/new_recovery_codes.html"
