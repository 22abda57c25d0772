"""Which cuts of a picture there are, and which are wanted."""

from collections import defaultdict
from contextlib import suppress

from django.db import DatabaseError
from wagtail.images.models import Filter

from coalition.media.models import WantedCut
from coalition.media.shapes import SHAPES


def ask_for(*keys):
    """A page is made all the same where nothing can be written."""
    with suppress(DatabaseError):
        known = WantedCut.objects.filter(pk__in=keys).values_list("pk", flat=True)
        wanted = [WantedCut(picture_id=key) for key in set(keys) - set(known)]
        # In bulk, because that sends no signal: nothing that readers see has changed.
        WantedCut.objects.bulk_create(wanted, ignore_conflicts=True)


def lacking(picture, *names):
    """What would cut it to these shapes, as far as there is no file of it."""
    filters = [Filter(spec) for name in names for spec in SHAPES[name].specs]
    rows = [row for row in picture.renditions.all() if has_file(row)]
    there = {(row.filter_spec, row.focal_point_key) for row in rows}
    return [each for each in filters if (each.spec, each.get_cache_key(picture)) not in there]


def cuts_there(picture, shape):
    """Those of this shape, by their specs; asks for what is missing of them.

    Cuts around another focal point do until there are better ones. Files are lost together, so only
    the one that every browser shows is looked for; without it, nothing is there.
    """
    key = Filter(shape.fallback_spec).get_cache_key(picture)
    cuts = by_focal_point(getattr(picture, "prefetched_renditions", ()), shape)
    if not is_whole(cuts[key], shape):
        cuts = by_focal_point(picture.renditions.filter(filter_spec__in=shape.specs), shape)
    if is_whole(cuts[key], shape):
        return cuts[key]
    ask_for(picture.pk)
    return max((each for each in cuts.values() if is_usable(each, shape)), key=len, default={})


def by_focal_point(renditions, shape):
    cuts = defaultdict(dict)
    for rendition in renditions:
        if rendition.filter_spec in shape.specs:
            cuts[rendition.focal_point_key][rendition.filter_spec] = rendition
    return cuts


def is_whole(cuts, shape):
    return len(cuts) == len(shape.specs) and is_usable(cuts, shape)


def is_usable(cuts, shape):
    fallback = cuts.get(shape.fallback_spec)
    return fallback is not None and has_file(fallback)


def has_file(rendition):
    return rendition.file.storage.exists(rendition.file.name)
