"""Pictures many at a time."""

from wagtail.images.models import ImageQuerySet as WagtailImageQuerySet

from coalition.media.shapes import SHAPES


class ImageQuerySet(WagtailImageQuerySet):
    def cut_to(self, *shapes):
        """Bring the renditions of these shapes along, in one query for all pictures."""
        return self.prefetch_renditions(*(spec for name in shapes for spec in SHAPES[name].specs))
