"""The way to the one act, for the screens of pictures and documents."""

from django import template
from django.urls import reverse

register = template.Library()


@register.simple_tag
def way_to_take_down(thing):
    return reverse(
        "takedowns:take_down", args=[thing._meta.app_label, thing._meta.model_name, thing.pk]
    )
