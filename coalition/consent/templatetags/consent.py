"""The notice in templates; it is the same for every visitor."""

from django import template

from coalition.consent.notice import texts_in_reader_language
from coalition.consent.registry import versions

register = template.Library()


@register.inclusion_tag("consent/bar.html", takes_context=True)
def consent_bar(context):
    """The first layer, hidden until a script finds that this browser has not chosen yet."""
    return {
        "texts": texts_in_reader_language(),
        "versions": "|".join(f"{key}={version}" for key, version in versions().items()),
    }
