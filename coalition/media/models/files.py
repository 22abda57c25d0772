"""What is kept of every file: where it lies, and as what it came."""

from pathlib import PurePath

from django.db import models

from coalition.media.uploads import unguessable


def unguessable_name(folder, filename):
    """A public address must not tell what a file was called, nor let anyone guess the next one."""
    return f"{folder}/{unguessable()}{PurePath(filename).suffix.lower()}"


def hash_before_cleaning():
    """What a file is known by that comes again: no later library makes another of it."""
    return models.CharField(max_length=40, blank=True, editable=False)
