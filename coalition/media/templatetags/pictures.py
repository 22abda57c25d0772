"""Pictures in templates."""

from django import template

from coalition.media.shapes import MODERN_FORMATS, SHAPES

register = template.Library()


@register.inclusion_tag("components/picture.html")
def picture_cut_to(  # noqa: PLR0913 - each names an attribute of the picture.
    shape, image, *, alt="", sizes="100vw", is_first=False, css_class="", link=""
):
    """A `<picture>` in AVIF, WebP and JPEG, lazy unless it is the first thing seen.

    An empty `alt` says the picture is decorative. `sizes` is the attribute of that name;
    `css_class` says what the picture is in the component around it, `link` where it leads.
    """
    wanted = SHAPES[shape]
    renditions = image.get_renditions(*wanted.specs)
    sources = [
        {
            "type": f"image/{image_format}",
            "srcset": ", ".join(
                f"{renditions[spec].url} {renditions[spec].width}w"
                for spec in wanted.specs_in(image_format)
            ),
        }
        for image_format in MODERN_FORMATS
    ]
    return {
        "sources": sources,
        "fallback": renditions[wanted.fallback_spec],
        "alt": alt,
        "sizes": sizes,
        "is_first": is_first,
        "css_class": css_class,
        "link": link,
    }


@register.simple_tag
def cut_to(shape, image):
    """The one rendition of a shape that every browser shows, where no `<picture>` can stand."""
    return image and image.get_rendition(SHAPES[shape].fallback_spec)


@register.simple_tag
def share_picture(image):
    """The rendition other sites show when somebody shares a page."""
    return image.get_rendition(SHAPES["share"].fallback_spec)
