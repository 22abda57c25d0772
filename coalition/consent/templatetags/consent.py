"""The notice in templates; it is the same for every visitor."""

from django import template

from coalition.consent.notice import entry_explained, texts_in_reader_language
from coalition.consent.registry import versions

register = template.Library()


@register.inclusion_tag("consent/bar.html")
def consent_bar(policy=""):
    """The first layer, hidden until a script finds that this browser has not chosen yet.

    `policy` is the address of the page on privacy.
    """
    return {
        "policy": policy,
        "texts": texts_in_reader_language(),
        "versions": "|".join(f"{key}={version}" for key, version in versions().items()),
    }


@register.simple_tag
def as_visitors_read(entry):
    """An entry of the registry, in the reader's language and with what is not saved yet."""
    return entry_explained(entry)
