"""What readers may narrow the list of partners by."""

from django import forms
from django.utils.translation import gettext_lazy as _

from partners.vocabulary import Region

# Stands in addresses beside the regions: organisations belong to none.
ORGANISATIONS = "organisations"
# No state gets into the register without a region, but none may get lost in a list either.
ELSEWHERE = "elsewhere"
GROUPS = [*Region.choices, (ORGANISATIONS, _("Organisations"))]


class PartnerFilters(forms.Form):
    """Either or both; what is not understood says so at its field, and shows no partner."""

    region = forms.ChoiceField(
        label=_("Region"),
        required=False,
        choices=[("", _("All regions")), *GROUPS],
        error_messages={"invalid_choice": _("There is no such region. Choose one from the list.")},
        widget=forms.Select(attrs={"class": "field__input"}),
    )
    q = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=60,
        error_messages={"max_length": _("No partner has so long a name. Write a part of it.")},
        widget=forms.TextInput(attrs={"class": "field__input", "dir": "auto"}),
    )

    def __init__(self, parameters):
        super().__init__(parameters, auto_id="filter-%s")

    def narrow(self, partners):
        """The partners that pass; none if a filter was not understood."""
        if not self.is_valid():
            return []
        region, name = self.cleaned_data["region"], self.cleaned_data["q"]
        return [
            partner
            for partner in partners
            if region in {"", group_of(partner)} and partner.is_called(name)
        ]

    @property
    def is_used(self):
        return any(self.data.get(name) for name in self.fields)


def group_of(partner):
    return (partner.region or ELSEWHERE) if partner.is_state else ORGANISATIONS
