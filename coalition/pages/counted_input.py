"""A line of text that tells its length while one writes."""

from django.forms import TextInput
from django.utils.translation import gettext as _


class CountedInput(TextInput):
    """Nothing is cut off, neither by the browser nor by us: what is too long is told and kept."""

    class Media:
        js = ["admin/letter-count.js"]

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        attrs = context["widget"]["attrs"]
        attrs |= {
            "data-controller": "letter-count",
            "data-action": "input->letter-count#tell",
            "data-letter-count-most-value": attrs.pop("maxlength"),
            "data-letter-count-words-value": _("Characters: {count} of {most}"),
        }
        return context
