"""The map of the world with the partners on it."""

from django import template

from partners.map.places import HEIGHT, LAND, WIDTH, is_on_the_map, places

register = template.Library()


@register.inclusion_tag("partners/map.html", takes_context=True)
def partner_map(context, pages, without_page=()):
    """`{% partner_map pages %}`: each partner a link to its page; the database is asked nothing.

    `without_page` are partners, their names fetched, that have no page in this language.
    """
    request = context.get("request")
    linked = [(page.partner.iso_code, page.title, page.get_url(request)) for page in pages]
    others = [(partner.iso_code, partner.name, None) for partner in without_page]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "land": LAND,
        "places": places([*linked, *others]),
    }


@register.filter
def not_on_the_map(pages):
    """The pages of organisations, and of a state that the map does not know."""
    return [page for page in pages if not is_on_the_map(page.partner.iso_code)]
