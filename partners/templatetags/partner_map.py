"""The map of the world with the partners on it."""

from django import template

from partners.map.places import HEIGHT, WIDTH, is_on_the_map, places

register = template.Library()


@register.inclusion_tag("partners/map.html", takes_context=True)
def partner_map(context, partners):
    """Each partner, a link to its `page` where that is not None; the database is asked nothing."""
    request = context.get("request")
    rows = [
        (partner.iso_code, partner.name, partner.page and partner.page.get_url(request))
        for partner in partners
    ]
    return {"width": WIDTH, "height": HEIGHT, "places": places(rows)}


@register.filter
def not_on_the_map(partners):
    """Organisations, and any state that the map does not know."""
    return [partner for partner in partners if not is_on_the_map(partner.iso_code)]
