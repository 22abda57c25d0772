"""What happens to a file that its row lets go of: it is deleted, and its address is told.

Wagtail deletes files of deleted pictures and documents; Django none at all, and neither of them
those that a form replaced in a film.
"""

from urllib.parse import unquote, urlsplit

from django.db import transaction
from django.db.models.signals import post_delete, pre_save
from django.dispatch import Signal

from coalition.media.models import DocumentFile, Picture, Rendition, Video, VideoCaptions

# Sent with `path`, which leads nowhere from then on, and the `thing` it showed.
address_left = Signal()


def listen():
    for model in (Rendition, DocumentFile, Video, VideoCaptions):
        post_delete.connect(let_go, sender=model, dispatch_uid="media-left")
    for model in (DocumentFile, Video, VideoCaptions):
        pre_save.connect(let_go_of_replaced, sender=model, dispatch_uid="media-replaced")


def let_go_of_replaced(instance, raw=False, **kwargs):
    before = type(instance).objects.filter(pk=instance.pk).first() if instance.pk else None
    if before and before.file.name != instance.file.name:
        let_go(before)


def let_go(instance, **kwargs):
    file = instance.file
    if file:
        address_left.send(type(instance), path=path_of(instance), thing=thing_of(instance))
        transaction.on_commit(lambda: file.storage.delete(file.name), robust=True)


def path_of(instance):
    """As a request asks for it."""
    address = instance.url if isinstance(instance, DocumentFile) else instance.file.url
    return unquote(urlsplit(address).path)


def thing_of(instance):
    """What editors know it as: its model, and its key."""
    if isinstance(instance, Rendition):
        return Picture, instance.image_id
    if isinstance(instance, VideoCaptions):
        return Video, instance.video_id
    return type(instance), instance.pk
