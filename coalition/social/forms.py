"""How an editor pastes a post."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from coalition.social.addresses import place_of
from coalition.social.cursor import BEGINNING


class SocialPostForm(WagtailAdminModelForm):
    """The address says whose post it is, unless the editor does."""

    def clean(self):
        cleaned = super().clean()
        handle = place_of(cleaned.get("permalink") or "").handle
        self._fill("account", handle or cleaned.get("author_handle"))
        self._fill("author_handle", cleaned.get("account"))
        if cleaned.get("picture") and not cleaned.get("picture_alt"):
            complaint = _("Say what the picture shows: some readers hear this page.")
            self.add_error("picture_alt", complaint)
        return cleaned

    def _fill(self, name, value):
        typed = (self.cleaned_data.get(name) or "").strip().removeprefix("@")
        self.cleaned_data[name] = typed or value or ""

    def clean_posted_at(self):
        """Earlier than the stream can say where it is, there was nothing to post on."""
        moment = self.cleaned_data["posted_at"]
        if moment and moment < BEGINNING:
            raise ValidationError(_("Nobody posted anything then. Which year was it?"))
        return moment

    def save(self, commit=True):
        """From here on the post is the editor's: no import changes it."""
        self.instance.imported_as = ""
        return super().save(commit=commit)
