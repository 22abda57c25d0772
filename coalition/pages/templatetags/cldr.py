"""Days, moments and lists as the active language writes them."""

from babel import Locale
from babel.lists import format_list
from django import template
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalition.pages.dates import cldr_locale, written_day, written_moment
from coalition.pages.hijri import hijri_day

register = template.Library()


@register.filter
def day(value):
    return written_day(value) if value else ""


@register.filter
def moment(value):
    return written_moment(value) if value else ""


@register.filter
def hijri(value):
    """The day in the Islamic calendar, where the newsroom wants it told."""
    if get_language() not in settings.HIJRI_LANGUAGES:
        return ""
    found = hijri_day(value)
    words = {"day": found.day, "month": found.month_name, "year": found.year}
    return _("about %(day)s %(month)s %(year)s AH") % words


@register.filter
def name_of_language(code):
    """A language's name in the active one, as it stands within a sentence."""
    return Locale.parse(code, sep="-").get_display_name(cldr_locale())


@register.filter
def listed(words):
    """“One, two and three”."""
    return format_list([str(word) for word in words], locale=cldr_locale())
