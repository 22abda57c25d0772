"""What is asked of somebody who makes a key."""

import json

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AddWebAuthnForm,
    AuthenticateWebAuthnForm,
    LoginWebAuthnForm,
)
from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_NAME = 60
# What allauth and fido2 raise at an answer that no browser gives.
NO_ANSWER = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)


class Decoder(json.JSONDecoder):
    """Numbers too long for Python, and too many brackets, are nonsense like any other to it."""

    def decode(self, text):
        try:
            return super().decode(text)
        except (RecursionError, ValueError):
            raise json.JSONDecodeError("No JSON of a browser", text, 0) from None


def credential():
    """What a browser answers with a passkey."""
    return forms.JSONField(decoder=Decoder, widget=forms.HiddenInput)


class AppForm(ActivateTOTPForm):
    code = forms.CharField(
        label=_("The six digits that the app shows"),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "dir": "ltr"}
        ),
    )


class PasskeyForm(AddWebAuthnForm):
    """The browser fills in the passkey; people only name it."""

    credential = credential()
    passwordless = None
    name = forms.CharField(
        label=_("A name for it"),
        help_text=_("So that you know it again in a list, such as: my work telephone."),
        max_length=LONGEST_NAME,
        required=False,
    )

    def clean_name(self):
        return self.cleaned_data["name"] or str(_("Passkey"))

    def clean(self):
        try:
            return super().clean()
        except NO_ANSWER:
            raise get_adapter().validation_error("incorrect_code") from None


class Unshaken:
    """What is no answer of a browser at all is refused like a wrong one."""

    def clean_credential(self):
        try:
            return super().clean_credential()
        except NO_ANSWER:
            raise get_adapter().validation_error("incorrect_code") from None


class PasskeyAtDoorForm(Unshaken, LoginWebAuthnForm):
    """A passkey instead of a name, a password and a code."""

    credential = credential()


class PasskeyAtCodeForm(Unshaken, AuthenticateWebAuthnForm):
    """A passkey instead of a code."""

    credential = credential()
