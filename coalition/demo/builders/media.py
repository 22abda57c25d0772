"""Pictures, and where they are kept."""

from io import BytesIO

from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Collection, CollectionViewRestriction

from coalition.media.cutting import cut
from coalition.media.models import Picture
from coalition.media.shapes import SHAPES

PLAIN_BLUE = (38, 82, 140)


def build_picture(
    title="A picture", *, size=(64, 40), jpeg=None, focal_point=None, cut_to=SHAPES, **fields
):
    """A picture with a real file: `jpeg`'s bytes, or else a plain sheet of this size.

    `focal_point` is what every cut must keep: its centre, width and height in pixels. It is cut at
    once, as it would be otherwise when the transaction has come true.
    """
    picture = Picture(title=title, **fields)
    picture.file = ImageFile(BytesIO(jpeg or plain_jpeg(size)), name="picture.jpg")
    if focal_point:
        set_focal_point(picture, *focal_point)
    picture._set_image_file_metadata()
    picture.save()
    cut(picture, *cut_to)
    return picture


def set_focal_point(picture, x, y, width, height):
    """In whole numbers: Wagtail's own way leaves fractions, and looks for other renditions then."""
    picture.focal_point_x, picture.focal_point_y = x, y
    picture.focal_point_width, picture.focal_point_height = width, height


def build_closed_shelf(name="Closed"):
    """A collection of which readers see nothing."""
    shelf = Collection.get_first_root_node().add_child(name=name)
    login = CollectionViewRestriction.LOGIN
    CollectionViewRestriction.objects.create(collection=shelf, restriction_type=login)
    return shelf


def plain_jpeg(size):
    out = BytesIO()
    Image.new("RGB", size, PLAIN_BLUE).save(out, "JPEG")
    return out.getvalue()
