"""Whether pictures wait, in templates."""

from django import template

from coalition.delivery.light import choice

register = template.Library()


@register.simple_tag
def pictures_wait() -> bool:
    """`{% pictures_wait as waits %}`: whether this page comes without its pictures."""
    return choice.pictures_wait()
