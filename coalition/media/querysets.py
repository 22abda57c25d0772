"""Pictures and films many at a time."""

from django.apps import apps
from django.db import models
from wagtail.images.models import ImageQuerySet as WagtailImageQuerySet

from coalition.media.shapes import SHAPES


class ImageQuerySet(WagtailImageQuerySet):
    def cut_to(self, *shapes):
        """Bring the renditions of these shapes along, in one query for all pictures."""
        return self.prefetch_renditions(*(spec for name in shapes for spec in SHAPES[name].specs))


def cuts(field, *shapes):
    """What to prefetch for rows that join a picture: its renditions of these shapes."""
    renditions = apps.get_model("media.Rendition").objects
    specs = [spec for name in shapes for spec in SHAPES[name].specs]
    found = renditions.filter(filter_spec__in=specs)
    return models.Prefetch(f"{field}__renditions", found, to_attr="prefetched_renditions")


class VideoQuerySet(models.QuerySet):
    def with_all_to_play(self):
        """Bring posters and captions along, each in one query for all films."""
        poster = self.model._meta.get_field("poster").related_model.objects.cut_to("figure")
        return self.prefetch_related(models.Prefetch("poster", poster), "captions__locale")
