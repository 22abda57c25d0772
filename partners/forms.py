"""The form in which partner managers keep a partner."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from partners.names import is_territory


class PartnerForm(WagtailAdminModelForm):
    def is_valid(self):
        return super().is_valid() and self._says_a_name()

    def _says_a_name(self):
        """CLDR's for the ISO code, or one of those written below."""
        rows = self.formsets["names"].cleaned_data
        if any(row and not row["DELETE"] for row in rows):
            return True
        if is_territory(self.cleaned_data["iso_code"]):
            return True
        self.add_error("iso_code", _("This code has no name of its own: write one below."))
        return False
