"""The door: a password and a code, or a passkey."""

from http import HTTPStatus
from math import ceil

from allauth.account.internal.stagekit import clear_login
from allauth.account.views import LoginView
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.conf import settings
from django.contrib.auth import logout
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.generic import TemplateView
from wagtail.admin.views.account import PasswordResetView as WagtailPasswordResetView

from coalition.delivery.limits import Limit
from coalition.delivery.visitors import address_of
from coalition.staff.second_factor.forms import PasskeyAtCodeForm, PasskeyAtDoorForm
from coalition.staff.second_factor.middleware import owes_enrolment
from coalition.staff.second_factor.proof import keys_of
from coalition.staff.second_factor.views import InTheirLanguage
from coalition.staff.sign_in.crowd import SECONDS_UNTIL_A_PLACE_IS_FREE, Crowded, a_place
from coalition.staff.sign_in.forms import CodeForm, PasswordForm
from coalition.staff.sign_in.known_devices import known_device

PASSKEY_CHALLENGES = Limit("passkey", 60, from_one_household=20, from_everybody=300)
PASSWORD_LETTERS = Limit("password-letter", 60 * 60, from_one_household=10, from_everybody=200)


class PatientView:
    """Says with its status that somebody has to wait."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        if getattr(form, "has_to_wait", False):
            response.status_code = HTTPStatus.TOO_MANY_REQUESTS
        return response


class SignInView(PatientView, LoginView):
    template_name = "staff/sign_in.html"
    form_class = PasswordForm

    def get(self, request, *args, **kwargs):
        if owes_enrolment(request):
            return redirect("mfa_index")
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        is_known = known_device(request, request.POST.get("login")) is not None
        try:
            with a_place(is_known=is_known):
                return super().post(request, *args, **kwargs)
        except Crowded:
            return crowded(request)


def crowded(request):
    status = HTTPStatus.SERVICE_UNAVAILABLE
    return asked_to_wait(request, status, SECONDS_UNTIL_A_PLACE_IS_FREE)


def too_often(request, limit):
    return asked_to_wait(request, HTTPStatus.TOO_MANY_REQUESTS, limit.seconds_left())


def asked_to_wait(request, status, seconds):
    minutes = ceil(seconds / 60) if seconds > SECONDS_UNTIL_A_PLACE_IS_FREE else 0
    response = render(request, "staff/crowded.html", {"minutes": minutes}, status=status)
    response["Retry-After"] = seconds
    return response


class CodeView(PatientView, AuthenticateView):
    template_name = "staff/code.html"
    form_class = CodeForm
    webauthn_form_class = PasskeyAtCodeForm

    def get_form_class(self):
        """allauth makes the form itself, without the request."""
        return lambda **kwargs: CodeForm(request=self.request, **kwargs)

    def get_context_data(self, **kwargs):
        types = {key.type for key in keys_of(self.stage.login.user)}
        return super().get_context_data(**kwargs) | {
            "has_app": Authenticator.Type.TOTP in types,
            "has_passkey": Authenticator.Type.WEBAUTHN in types,
        }


class PasskeyView(LoginWebAuthnView):
    """Hands out challenges, and takes what a passkey makes of them."""

    form_class = PasskeyAtDoorForm

    def get(self, request, *args, **kwargs):
        if not PASSKEY_CHALLENGES.has_room_for(address_of(request)):
            return too_often(request, PASSKEY_CHALLENGES)
        return super().get(request, *args, **kwargs)

    def form_invalid(self, form):
        return redirect(f"{reverse('account_login')}?{urlencode({'passkey': 'unknown'})}")


class PasswordResetView(WagtailPasswordResetView):
    """The same answer in the same time, whether or not anybody has this address."""

    def form_valid(self, form):
        if not PASSWORD_LETTERS.has_room_for(address_of(self.request)):
            return too_often(self.request, PASSWORD_LETTERS)
        return super().form_valid(form)


class SignInAgainView(InTheirLanguage, TemplateView):
    """Before they change how they sign in, people show once more who they are."""

    template_name = "staff/sign_in_again.html"

    def post(self, request):
        onwards = request.GET.get("next", "")
        hosts = {request.get_host()}
        if not url_has_allowed_host_and_scheme(onwards, hosts, settings.SITE_IS_SECURE):
            onwards = reverse("wagtailadmin_home")
        clear_login(request)
        logout(request)
        return redirect(f"{reverse('account_login')}?{urlencode({'next': onwards})}")
