"""Granian with the site in mind: `python -m coalition.serving`, then whatever `granian` takes.

Its workers are forks. What all of them need is read before there are several, so that they share
its memory. It opens nothing that forks must not share: no database, no file, no thread.
"""

import gc
import os
from collections.abc import Iterator
from contextlib import suppress
from ctypes import CDLL
from importlib import import_module
from pathlib import Path

import django
from babel import Locale
from django.conf import settings
from django.template import engines
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from django.utils.module_loading import import_string
from granian.cli import entrypoint

from coalition.delivery.store.site import leave_word_for_when_we_are_away

# By this number glibc knows how many heaps there may be: one for each thread would be waste.
M_ARENA_MAX = -8
# Django asks for it with the first page.
ASKED_FOR_LATE = "psycopg_pool"

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coalition.settings")
# How many requests each worker answers at once: Granian reads it, and so do the settings.
os.environ.setdefault("GRANIAN_BLOCKING_THREADS", "4")


def read_what_workers_share() -> None:
    """Code, templates, and of each language the words, the addresses and how it writes dates."""
    django.setup()
    import_module(settings.ROOT_URLCONF)
    for middleware in settings.MIDDLEWARE:
        import_string(middleware)
    import_module(ASKED_FOR_LATE)
    for name in templates():
        get_template(name)
    for code, _ in settings.LANGUAGES:
        with translation.override(code):
            translation.gettext("Search")
            reverse("sitemap_index")
            _ = Locale.parse(code, sep="-").months
    # A collector that marks what it looks at would copy all of it into each worker.
    gc.collect()
    gc.freeze()


def templates() -> Iterator[str]:
    for folder in map(Path, engines["django"].dirs):
        for file in folder.rglob("*.html"):
            yield str(file.relative_to(folder))


def keep_one_heap() -> None:
    with suppress(OSError, AttributeError):
        CDLL(None).mallopt(M_ARENA_MAX, 1)


if __name__ == "__main__":
    keep_one_heap()
    read_what_workers_share()
    leave_word_for_when_we_are_away()
    entrypoint()
