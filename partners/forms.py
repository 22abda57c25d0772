"""The form in which partner managers keep a partner."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from partners.names import is_territory

FACTS = ("kind", "iso_code", "joined_earliest", "joined_latest", "ordinal")


class PartnerForm(WagtailAdminModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.has_unpublished_changes:
            self.initial["change_note"] = ""

    def is_valid(self):
        return super().is_valid() and self._says_a_name() and self._says_why()

    def _says_a_name(self):
        """CLDR's for the ISO code, or one of those written below."""
        if self._rows("names") or is_territory(self.cleaned_data["iso_code"]):
            return True
        self.add_error("iso_code", _("This code has no name of its own: write one below."))
        return False

    def _says_why(self):
        """Where it changes a fact that readers see; a draft may still think about it."""
        if self.is_deferred_validation or self.cleaned_data["change_note"]:
            return True
        published = type(self.instance).objects.readable().filter(pk=self.instance.pk).first()
        if not published or self._facts == facts_of(published):
            return True
        self.add_error("change_note", _("This changes what the site says of a partner. Say why."))
        return False

    @property
    def _facts(self):
        return (
            [self.cleaned_data[name] for name in FACTS],
            {(row["language_code"], row["name"]) for row in self._rows("names")},
            {(row["from_date"], row["status"]) for row in self._rows("status_changes")},
        )

    def _rows(self, formset):
        return [row for row in self.formsets[formset].cleaned_data if row and not row["DELETE"]]


def facts_of(partner):
    return (
        [getattr(partner, name) for name in FACTS],
        {(name.language_code, name.name) for name in partner.names.all()},
        {(change.from_date, change.status) for change in partner.status_changes.all()},
    )
