"""Pictures, documents and films many at a time."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef
from django.db.models.functions import Length, Substr
from wagtail.documents.models import DocumentQuerySet as WagtailDocumentQuerySet
from wagtail.images.models import ImageQuerySet as WagtailImageQuerySet
from wagtail.models import CollectionViewRestriction

from coalition.media.shapes import SHAPES


class ImageQuerySet(WagtailImageQuerySet):
    def cut_to(self, *shapes):
        """Bring the renditions of these shapes along, in one query for all pictures."""
        return self.prefetch_renditions(*(spec for name in shapes for spec in SHAPES[name].specs))

    def cut_by_key(self, keys, *shapes):
        """Pictures by their keys, with such renditions, in one query as a rule."""
        specs = [spec for name in shapes for spec in SHAPES[name].specs]
        renditions = apps.get_model("media.Rendition").objects.select_related("image")
        found = {}
        for rendition in renditions.filter(image__in=keys, filter_spec__in=specs):
            picture = found.setdefault(rendition.image_id, rendition.image)
            picture.prefetched_renditions = [
                *getattr(picture, "prefetched_renditions", ()),
                rendition,
            ]
        missing = set(keys) - found.keys() - {None}
        return found | (self.cut_to(*shapes).in_bulk(missing) if missing else {})


def cuts(field, *shapes):
    """What to prefetch for rows that join a picture: its renditions of these shapes."""
    renditions = apps.get_model("media.Rendition").objects
    specs = [spec for name in shapes for spec in SHAPES[name].specs]
    found = renditions.filter(filter_spec__in=specs)
    return models.Prefetch(f"{field}__renditions", found, to_attr="prefetched_renditions")


def at_a_glance(field):
    """What to read of a picture that rows join by this field, without its credit."""
    names = apps.get_model("media.Picture").at_a_glance
    return [f"{field}__{name}" for name in names]


class DocumentQuerySet(WagtailDocumentQuerySet):
    def readable(self):
        """On no shelf that is closed, nor on one below such a shelf."""
        beginning = Substr(OuterRef("collection__path"), 1, Length("collection__path"))
        restrictions = CollectionViewRestriction.objects.filter(collection__path=beginning)
        return self.exclude(Exists(restrictions))


class VideoQuerySet(models.QuerySet):
    def with_all_to_play(self):
        """Bring posters and captions along, in a number of queries that does not grow."""
        return self.select_related("poster").prefetch_related(*all_to_play())


def all_to_play(field=""):
    """What to prefetch for films, or for rows that join one by this field, with its poster."""
    way = field and f"{field}__"
    words = apps.get_model("media.VideoCaptions").objects.select_related("locale")
    return cuts(f"{way}poster", "figure"), models.Prefetch(f"{way}captions", words)
