"""Cuts pictures to their shapes while somebody saves, never while somebody reads.

Whoever saves a picture waits until it is cut, and so does whoever saves or publishes what shows it,
if it lacks a cut. Cutting takes seconds: it begins when the transaction has come true, and while it
lasts the database is locked for nobody.
"""

import logging
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from django.contrib.contenttypes.models import ContentType
from django.core.files import File
from django.db import transaction
from django.db.models.signals import post_save
from wagtail.models import ReferenceIndex, Revision
from wagtail.signals import published

from coalition.delivery.listening import tell
from coalition.media.models import Picture
from coalition.media.shapes import SHAPES
from coalition.media.wanted import ask_for, has_file, lacking

# Pictures for which somebody waits who saves a page; the clock cuts those beyond.
MOST_AT_ONCE = 5
# Each has the whole picture in its memory.
THREADS = 2

logger = logging.getLogger(__name__)


def listen():
    post_save.connect(after_saving, sender=Picture, dispatch_uid="media-cutting")
    post_save.connect(after_a_draft, sender=Revision, dispatch_uid="media-cutting")
    published.connect(after_publishing, dispatch_uid="media-cutting")


def after_saving(instance, **kwargs):
    """Whoever knows how it will be shown has said so."""
    itself = Picture.objects.filter(pk=instance.pk)
    names = getattr(instance, "shown_as", SHAPES)
    transaction.on_commit(lambda: complete(itself, names), robust=True)


def after_a_draft(instance, **kwargs):
    transaction.on_commit(lambda: complete_those_in(instance.as_object()), robust=True)


def after_publishing(instance, **kwargs):
    transaction.on_commit(lambda: complete_those_in(instance), robust=True)


def complete_those_in(thing):
    complete(pictures_in(thing), getattr(thing, "shows_pictures_as", SHAPES))


def complete(pictures, names):
    with_cuts = pictures.prefetch_related("renditions")
    incomplete = [picture for picture in with_cuts if lacking(picture, *names)]
    if incomplete:
        # Readers do not wait for this: of what was saved with it they hear at once.
        tell()
    ask_for(*(picture.pk for picture in incomplete[MOST_AT_ONCE:]))
    for picture in incomplete[:MOST_AT_ONCE]:
        cut_if_possible(picture, *names)


def pictures_in(thing):
    """Wagtail's index of references would know of a draft only what is published."""
    of_pictures = ContentType.objects.get_for_model(Picture).pk
    references = ReferenceIndex._extract_references_from_object(thing)
    keys = {key for kind, key, *_ in references if kind == of_pictures}
    return Picture.objects.filter(pk__in=keys)


def cut_if_possible(picture, *names):
    """One whose file is lost or damaged keeps nobody from the others."""
    try:
        return cut(picture, *names)
    except Exception:
        logger.exception("Picture %s could not be cut", picture.pk)
        return 0


def cut(picture, *names):
    """Make what it lacks of these shapes; how many files that were."""
    filters = lacking(picture, *names)
    if filters:
        keep_all(picture, zip(filters, files_of(picture, filters), strict=True))
    return len(filters)


def files_of(picture, filters):
    with picture.open_file() as file:
        content = file.read()

    def made(cut_by):
        source = File(BytesIO(content), picture.file.name)
        return picture.generate_rendition_file(cut_by, source=source)

    with ThreadPoolExecutor(THREADS) as threads:
        return list(threads.map(made, filters))


@transaction.atomic
def keep_all(picture, cuts):
    """Unless it was taken down meanwhile, or has another file, of which others are made."""
    same = Picture.objects.select_for_update(no_key=True).filter(
        pk=picture.pk, file=picture.file.name
    )
    for cut_by, file in cuts if same.first() else ():
        keep(picture, cut_by, file)


def keep(picture, cut_by, file):
    """Unless somebody else was quicker."""
    row = {"filter_spec": cut_by.spec, "focal_point_key": cut_by.get_cache_key(picture)}
    before = picture.renditions.filter(**row).first()
    if before and has_file(before):
        return
    if before:
        before.delete()
    picture.renditions.create(**row, file=file)
