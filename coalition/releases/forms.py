"""Into which release?"""

from django import forms
from django.utils.translation import gettext_lazy as _

from coalition.releases.models import Release


class ChooseReleaseForm(forms.Form):
    release = forms.ModelChoiceField(
        label=_("Release"), queryset=None, required=False, empty_label=_("A new one")
    )
    title = forms.CharField(
        label=_("Title of the new one"), max_length=200, required=False, widget=forms.TextInput
    )

    with_translations = forms.BooleanField(
        label=_("With its drafts in the other languages"), required=False, initial=True
    )

    def __init__(self, *args, user, has_translations, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        if not has_translations:
            del self.fields["with_translations"]
        self.fields["release"].queryset = Release.objects.being_prepared().visible_to(user)

    def clean(self):
        cleaned = super().clean()
        if not (cleaned.get("release") or cleaned.get("title") or self.errors):
            self.add_error("title", _("Choose a release, or give a new one a title."))
        return cleaned

    def chosen_release(self):
        chosen = self.cleaned_data["release"]
        return chosen or Release.objects.create(title=self.cleaned_data["title"], creator=self.user)
