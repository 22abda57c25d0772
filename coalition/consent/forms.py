"""The form by which somebody finds their receipt again."""

from django import forms
from django.utils.translation import gettext_lazy as _

from coalition.consent.notice import ExplainedReceipt, receipt_explained


class ReceiptFinder(forms.Form):
    """Stands in the address, so that a receipt has a link; cleaned, its number is the receipt."""

    receipt = forms.CharField(
        label=_("Look up a receipt"),
        widget=forms.TextInput(
            attrs={
                "class": "field__input",
                "dir": "ltr",
                "autocomplete": "off",
                "spellcheck": "false",
            }
        ),
        error_messages={
            "required": _("Write the number of your receipt."),
            "unknown": _(
                "There is no receipt of this number. It may be mistyped, or its time may be over."
            ),
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="find-%s", use_required_attribute=False, **kwargs)

    def clean_receipt(self) -> ExplainedReceipt:
        found = receipt_explained(self.cleaned_data["receipt"])
        if found is None:
            raise forms.ValidationError(self.fields["receipt"].error_messages["unknown"])
        return found
