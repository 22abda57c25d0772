"""What is asked at the door."""

from allauth.account.forms import LoginForm
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from coalition.staff.second_factor.replays import is_first_use
from coalition.staff.sign_in.patience import seconds_to_wait, tries_at_code, tries_at_password

HAS_TO_WAIT = ngettext_lazy(
    "That went wrong too often. Try again in %(number)s second, or from another place.",
    "That went wrong too often. Try again in %(number)s seconds, or from another place.",
    "number",
)


class HasToWait(forms.ValidationError):
    def __init__(self, seconds):
        super().__init__(HAS_TO_WAIT % {"number": seconds}, code="has_to_wait")
        self.seconds = seconds


class PatientForm:
    """A form that hears nobody out who has to wait."""

    has_to_wait = False

    def be_patient(self, tries):
        seconds = seconds_to_wait(tries)
        if seconds:
            self.has_to_wait = True
            raise HasToWait(seconds)
        # Counted before it is known, so that many at once do not slip in under one count.
        for one in tries:
            one.failed()


class PasswordForm(PatientForm, LoginForm):
    """The same words and the same work, whether or not there is such an account."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = _("Username")
        self.fields["login"].widget.attrs |= {"placeholder": _("Enter your username"), "dir": "ltr"}
        self.fields["password"].label = _("Password")
        self.fields["password"].help_text = ""
        self.fields["password"].widget.attrs |= {"placeholder": _("Enter password"), "dir": "ltr"}

    def clean(self):
        if self.errors:
            return self.cleaned_data
        tries = tries_at_password(self.request, self.cleaned_data["login"])
        self.be_patient(tries)
        cleaned = super().clean()
        at_this_account, *at_others = tries
        at_this_account.succeeded()
        # One's own success makes up for no failure at the accounts of others.
        for one in at_others:
            one.take_back()
        return cleaned


class CodeForm(PatientForm, AuthenticateForm):
    """A code of the app, each once, or one of the recovery codes."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "autofocus": "",
                "dir": "ltr",
                "spellcheck": "false",
            }
        ),
    )

    def __init__(self, *args, request, **kwargs):
        super().__init__(*args, **kwargs)
        self.request = request

    def clean_code(self):
        tries = tries_at_code(self.request, self.user)
        self.be_patient(tries)
        code = super().clean_code()
        if not is_first_use(self.authenticator, code):
            raise get_adapter().validation_error("incorrect_code")
        for one in tries:
            one.succeeded()
        return code
