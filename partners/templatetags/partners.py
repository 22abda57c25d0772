"""Partners in templates."""

from urllib.parse import urlsplit

from django import template
from django.templatetags.static import static

from coalition.facts import wording
from coalition.media.templatetags.pictures import cut_to
from coalition.pages.templatetags.shelves import for_readers
from partners.flags import flag_file
from partners.models.contributions import along_line

register = template.Library()

# What a flag measures before a stylesheet says better; drawn ones are four by three.
WIDTH, HEIGHT = 32, 24


@register.inclusion_tag("partners/flag.html")
def flag(partner, css_class="", *, is_first=False):
    """The flag beside a name: `{% flag partner "partner-list__flag" %}`. It adds no words."""
    uploaded = cut_to("flag", for_readers(partner.flag))
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


@register.filter
def host(address):
    """Whose page it is: "example.org" of "https://www.example.org/page"."""
    return (urlsplit(address).hostname or "").removeprefix("www.")


@register.simple_tag
def contributions_along(line):
    """`{% contributions_along line as contributions %}`: what partners do, one after the other."""
    return along_line(line)
