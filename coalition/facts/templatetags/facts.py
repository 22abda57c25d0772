"""Facts, and the prose that quotes them, in templates."""

from django import template
from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html

from coalition.facts import day, memory, registry, wording

register = template.Library()


@register.filter
def prose(source, page=None):
    """Rich text as HTML, its facts told for the page's day if the page has one."""
    html = getattr(source, "source", source) or ""
    with day.as_of(getattr(page, "facts_day", None)):
        return mark_safe(expand_db_html(html))  # noqa: S308 - Wagtail whitelisted it when saved.


@register.simple_tag
def fact(name, form="number"):
    """A living fact: `{% fact "partners" "counted" %}`."""
    found = registry.find(name)
    return wording.worded(found, memory.value_of(found, day.current_day()), wording.Form(form))
