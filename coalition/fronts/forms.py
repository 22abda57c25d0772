"""Which address is to be purged."""

from urllib.parse import unquote, urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class AddressForm(forms.Form):
    address = forms.CharField(
        label=_("Address"),
        max_length=1000,
        help_text=_("As it stands in your browser, such as /en/news/. Its filters go with it."),
    )

    def clean_address(self):
        """Its path, as a request asks for it."""
        try:
            url = urlsplit(self.cleaned_data["address"])
        except ValueError:
            url = urlsplit("")
        is_ours = url.netloc in ("", urlsplit(settings.SITE_URL).netloc)
        path = unquote(url.path)
        if not is_ours or not path.startswith("/") or not path.isprintable():
            raise ValidationError(_("This is no address of this site."))
        return path
