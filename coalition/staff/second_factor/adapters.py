"""What allauth asks us."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coalition.delivery.visitors import address_of
from coalition.staff.letters.models import Letter
from coalition.staff.second_factor.proof import has_shown_both, has_shown_lately
from coalition.staff.second_factor.secrets import seal, unseal
from coalition.staff.sign_in.known_devices import remember_device


class AccountAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _("This username and password do not belong together."),
    }

    def is_open_for_signup(self, request):
        return False

    def get_client_ip(self, request):
        return address_of(request)

    def respond_user_inactive(self, request, user):
        return HttpResponseRedirect(reverse("account_login"))

    def is_reauthentication_required(self, *, app, **kwargs):
        return not has_shown_lately(self.request)

    def get_reauthentication_methods(self, user):
        """One: the door, with all it asks for."""
        if not user.is_authenticated:
            return []
        return [{"id": "again", "description": "", "url": reverse("sign_in_again")}]

    def get_login_stages(self):
        """In the demo nobody is asked for a code, whoever has an app or not."""
        return [] if settings.DEMO_WITHOUT_SECOND_FACTOR else super().get_login_stages()

    def post_login(self, request, user, **kwargs):
        response = super().post_login(request, user, **kwargs)
        if has_shown_both(request, user):
            remember_device(response, user)
        return response

    def add_message(self, request, level, message_template=None, *args, **kwargs):
        """None of allauth's: our screens say themselves what has happened."""

    def send_notification_mail(self, template_prefix, user, context=None, email=None):
        Letter.objects.write(Letter.Kind.SECOND_FACTOR_CHANGED, user)


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("This is not the code of this moment. Wait for the next one."),
    }

    def get_totp_issuer(self):
        return settings.WAGTAIL_SITE_NAME

    def get_totp_label(self, user):
        return user.get_username()

    def encrypt(self, text):
        return seal(text)

    def decrypt(self, encrypted_text):
        return unseal(encrypted_text)

    def generate_authenticator_name(self, user, type):
        return ""

    def get_public_key_credential_rp_entity(self):
        return super().get_public_key_credential_rp_entity() | {"name": settings.WAGTAIL_SITE_NAME}
