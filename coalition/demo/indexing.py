"""Search and reference indexes while very much is written at once."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db.models.signals import post_save
from modelsearch.index import get_indexed_models
from modelsearch.signal_handlers import post_save_signal_handler, register_signal_handlers
from wagtail.signal_handlers import disable_reference_index_auto_update


@contextmanager
def indexed_once() -> Iterator[None]:
    """Build both indexes at the end, instead of at each save: half of the time is theirs."""
    with disable_reference_index_auto_update(), _no_search_index():
        yield
    call_command("rebuild_references_index", verbosity=0)
    call_command("update_index", verbosity=0)


@contextmanager
def _no_search_index() -> Iterator[None]:
    for model in get_indexed_models():
        post_save.disconnect(post_save_signal_handler, sender=model)
    try:
        yield
    finally:
        register_signal_handlers()
