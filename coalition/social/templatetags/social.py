"""Posts in templates."""

from django import template
from django.utils.translation import get_language

from coalition.social.stream import Stretch

register = template.Library()


@register.simple_tag
def latest_posts(number):
    """`{% latest_posts 3 as stretch %}`: the newest posts for readers of this language."""
    return Stretch(get_language(), number)
