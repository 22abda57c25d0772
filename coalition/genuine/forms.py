"""The form into which readers paste what they doubt."""

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 20_000


class DoubtForm(forms.Form):
    """A text, or the reference that stands below one."""

    text = forms.CharField(
        label=_("A text, or its reference"),
        help_text=_("Paste the words as you received them, or a reference such as GC-2020-0042."),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"class": "field__input", "rows": 10, "dir": "auto"}),
        error_messages={
            "required": _("Paste a text or write a reference."),
            "max_length": _("Paste at most 20,000 characters: a part of the text will do."),
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="doubt-%s", use_required_attribute=False, **kwargs)
