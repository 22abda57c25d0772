"""Partners in templates."""

from django import template
from django.templatetags.static import static

from coalition.facts import wording
from coalition.media.shapes import SHAPES
from partners.flags import flag_file

register = template.Library()

# What a flag measures before a stylesheet says better; drawn ones are four by three.
WIDTH, HEIGHT = 32, 24


@register.inclusion_tag("partners/flag.html")
def flag(partner, css_class="", *, is_first=False):
    """The flag beside a name: `{% flag partner "partner-list__flag" %}`. It adds no words."""
    uploaded = partner.flag and partner.flag.get_rendition(SHAPES["flag"].fallback_spec)
    return {
        "source": uploaded.url if uploaded else static(flag_file(partner.iso_code)),
        "width": WIDTH,
        "height": round(WIDTH * uploaded.height / uploaded.width) if uploaded else HEIGHT,
        "css_class": css_class,
        "is_first": is_first,
    }


@register.filter
def ordinal(value):
    """82 as “82nd”, in the active language."""
    return wording.ordinal(value)
