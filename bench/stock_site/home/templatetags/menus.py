"""Menus made of pages that stand in one."""

from django import template

register = template.Library()


@register.inclusion_tag("home/menu.html", takes_context=True)
def menu(context, page):
    items = page.get_children().live().in_menu()
    return {"items": items, "request": context["request"]}


@register.simple_tag
def sections(page):
    return page.get_children().live().in_menu()
