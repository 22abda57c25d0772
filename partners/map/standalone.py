"""The map as a drawing that stands on any page: its own paper and colours, links in full."""

from django.template.loader import render_to_string

from partners.map.places import HEIGHT, LAND, WIDTH, Place


def standalone_map(title: str, places: list[Place]) -> str:
    """An SVG file. Its colours are attributes: a policy against inline styles leaves them."""
    context = {"title": title, "places": places, "land": LAND, "width": WIDTH, "height": HEIGHT}
    return render_to_string("partners/map.svg", context)
