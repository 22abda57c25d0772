"""Granian with the site in mind: `python -m coalition.serving`, then whatever `granian` takes.

Its workers are forks. What all of them need is read before there are several, so that they share
its memory: 65 MB less for two of them. It opens nothing that forks must not share.
"""

import gc
import os
from importlib import import_module

import django
from django.conf import settings
from granian.cli import entrypoint

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "coalition.settings")

if __name__ == "__main__":
    django.setup()
    import_module(settings.ROOT_URLCONF)
    # A collector that marks what it looks at would copy all of it into each worker.
    gc.freeze()
    entrypoint()
