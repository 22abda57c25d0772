"""Asking for a new password."""

from wagtail.admin.forms.auth import PasswordResetForm

from coalition.staff.letters.models import Letter


class AskForPasswordForm(PasswordResetForm):
    """Only notes the address: who looks it up at once can be timed."""

    def save(self, **options):
        Letter.objects.answer(self.cleaned_data["email"])
