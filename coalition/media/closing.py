"""What becomes of renditions whose shelf is closed or opened: they are cut anew, on the other side.

Web servers hand out a whole folder, so what readers may not have lies in another one. The clock
cuts them: a shelf may be long.
"""

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Collection, CollectionViewRestriction

from coalition.delivery import changes
from coalition.delivery.purged import pages_purged
from coalition.delivery.tags import of_address
from coalition.media.leaving import path_of
from coalition.media.models import DocumentFile, Picture, Rendition
from coalition.media.shelves import CLOSED_PICTURES, read_closed_shelves
from coalition.media.wanted import ask_for


def listen():
    post_save.connect(sort_those_of, sender=Picture, dispatch_uid="media-closing")
    # One that was being cut while its shelf was closed.
    post_save.connect(sort_it, sender=Rendition, dispatch_uid="media-closing")
    for model in (Picture, DocumentFile):
        pre_save.connect(note_another_shelf, sender=model, dispatch_uid="media-closing")
    # A collection that is moved is saved before, in the same transaction.
    for model in (Collection, CollectionViewRestriction):
        pre_save.connect(note_what_lies_there, sender=model, dispatch_uid="media-closing")
        post_save.connect(sort_all, sender=model, dispatch_uid="media-closing")
    pre_delete.connect(
        note_what_lies_there, sender=CollectionViewRestriction, dispatch_uid="media-closing"
    )
    post_delete.connect(sort_all, sender=CollectionViewRestriction, dispatch_uid="media-closing")


def note_another_shelf(sender, instance, **kwargs):
    before = sender.objects.filter(pk=instance.pk).exclude(collection=instance.collection_id)
    if settings.PAGE_STORE and before.exists():
        note_moved(instance)


def note_moved(file):
    """The shelf that it comes onto may be a closed one."""
    changes.note_rows(type(file), [file.pk], is_for_good=True)


def note_what_lies_there(instance, **kwargs):
    """Pages will show it, or show it no longer."""
    collection = getattr(instance, "collection", instance)
    if collection.pk and settings.PAGE_STORE:
        below = Collection.objects.descendant_of(collection, inclusive=True)
        for model in (Picture, DocumentFile):
            there = model.objects.filter(collection__in=below)
            changes.note_rows(model, there.values_list("pk", flat=True), is_for_good=True)


def sort_those_of(instance, **kwargs):
    transaction.on_commit(lambda: let_go_of_misplaced(instance.renditions), robust=True)


def sort_it(instance, **kwargs):
    itself = Rendition.objects.filter(pk=instance.pk)
    transaction.on_commit(lambda: let_go_of_misplaced(itself), robust=True)


def sort_all(**kwargs):
    transaction.on_commit(lambda: let_go_of_misplaced(Rendition.objects), robust=True)


def let_go_of_misplaced(renditions):
    """Their addresses lead nowhere from then on, in front of us neither."""
    misplaced = renditions.filter(
        Q(image__collection__in=read_closed_shelves()) ^ Q(file__startswith=f"{CLOSED_PICTURES}/")
    )
    addresses = [of_address(path_of(rendition)) for rendition in misplaced]
    if addresses:
        ask_for(*{rendition.image_id for rendition in misplaced})
        misplaced.delete()
        pages_purged.send_robust(None, tags=addresses, is_for_good=True)
