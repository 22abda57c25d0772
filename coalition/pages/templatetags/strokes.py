"""The mark's strokes as a drawing, where there is no picture."""

from django import template

register = template.Library()

VARIANTS = 8


@register.inclusion_tag("components/strokes.html")
def strokes(number=0, css_class=""):
    """Always the same drawing for the same number: `{% strokes story.pk "card__picture" %}`."""
    return {"variant": (number or 0) % VARIANTS, "css_class": css_class}
