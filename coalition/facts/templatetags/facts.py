"""Facts, and the prose that quotes them, in templates."""

from django import template
from django.utils.safestring import mark_safe  # noqa: TID251 - see `prose`.
from django.utils.translation import get_language
from wagtail.rich_text import expand_db_html, get_text_for_indexing

from coalition.facts import day, french, memory, registry, wording

register = template.Library()


@register.filter
def prose(source, page=None):
    """Rich text as HTML, its facts told for the page's day if it has one; French, in its spaces."""
    html = getattr(source, "source", source) or ""
    with day.as_of(getattr(page, "facts_day", None)):
        shown = expand_db_html(html)
    if french.is_french(get_language()):
        shown = french.spaced_html(shown)
    return mark_safe(shown)  # noqa: S308 - Wagtail whitelisted it when saved.


@register.filter
def plain(source, page=None):
    """Rich text without its markup, facts told as above: for what holds no HTML."""
    return get_text_for_indexing(prose(source, page))


@register.simple_tag
def fact(name, form="number"):
    """A living fact: `{% fact "partners" "counted" %}`."""
    found = registry.find(name)
    return wording.worded(found, memory.value_of(found, day.current_day()), wording.Form(form))
