"""What surrounds a page, in templates."""

from django import template

from coalition.pages.models import BasePage
from coalition.sitewide.surroundings import Surroundings

register = template.Library()


@register.simple_tag(takes_context=True)
def surroundings(context):
    """`{% surroundings as site %}`: names, menus, alert and languages around this page."""
    page = context.get("page")
    return Surroundings(context["request"], page if isinstance(page, BasePage) else None)
