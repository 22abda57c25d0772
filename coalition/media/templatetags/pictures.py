"""Pictures in templates."""

from django import template

from coalition.media.shapes import FALLBACK_FORMAT, MODERN_FORMATS, SHAPES
from coalition.media.wanted import cuts_there

register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture_cut_to(  # noqa: PLR0913 - each names an attribute of the picture.
    shape, image, *, alt="", sizes="100vw", is_first=False, css_class="", link=""
):
    """A `<picture>` in AVIF, WebP and JPEG, lazy unless it is the first thing seen.

    Strokes where it has not been cut.

    An empty `alt` says the picture is decorative. `sizes` is the attribute of that name;
    `css_class` says what the picture is in the component around it, `link` where it leads
    unless it is decorative.
    """
    wanted = SHAPES[shape]
    cuts = cuts_there(image, wanted)
    return {
        "sources": list(sources(wanted, cuts)),
        "fallback": cuts.get(wanted.fallback_spec),
        "number": image.pk,
        "alt": alt,
        "sizes": sizes,
        "is_first": is_first,
        "css_class": css_class,
        "link": link,
    }


def sources(shape, cuts):
    """What a browser chooses from: by the screen, the formats that it knows, and the width."""
    for screen, crop in shape.crops.items():
        for image_format in MODERN_FORMATS:
            found = [cuts[spec] for spec in crop.specs_in(image_format) if spec in cuts]
            if found:
                yield {
                    "screen": screen,
                    "type": f"image/{image_format}",
                    "srcset": ", ".join(f"{cut.url} {cut.width}w" for cut in found),
                    "width": found[-1].width,
                    "height": found[-1].height,
                }


@register.simple_tag
def cut_to(shape, image, image_format=FALLBACK_FORMAT, width=None):
    """The one rendition of a shape that a browser shows where no `<picture>` can stand.

    None without an image, or without that rendition.
    """
    wanted = SHAPES[shape]
    spec = wanted.spec(width or wanted.fallback_width, image_format)
    return image and cuts_there(image, wanted).get(spec)
