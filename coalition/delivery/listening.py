"""Hears what is saved, and tells which pages have changed once it has come true."""

import logging
from collections.abc import Iterable
from typing import Any
from urllib.parse import unquote, urlsplit

from django.apps import AppConfig
from django.conf import settings
from django.core.cache import cache
from django.core.signals import request_started
from django.db import transaction
from django.db.models import Model
from django.db.models.signals import (
    m2m_changed,
    post_delete,
    post_init,
    post_migrate,
    post_save,
    pre_delete,
    pre_save,
)
from wagtail.signals import page_published, page_unpublished, unpublished

from coalition.delivery import changes, kept
from coalition.delivery.drafts import is_of_a_draft
from coalition.delivery.reading import hanging, is_never_shown
from coalition.delivery.store.owed import noting_what_fails, owe
from coalition.delivery.store.site import forget_pages, forget_pages_for_good, purge, warm
from coalition.delivery.tags import EVERYTHING, note_row

logger = logging.getLogger(__name__)

# Every address.
ON_WHICH_ALL_HANGS = {"wagtailcore.Locale", "wagtailcore.Site"}
# Once these are saved, readers may no longer see what they saw.
TAKES_AWAY = {"pages.Withdrawal", "wagtailcore.PageViewRestriction"}


def listen(config: AppConfig) -> None:
    # Wagtail, Django and our own rooms save in a hundred places: only signals see them all.
    for before in (pre_save, pre_delete):
        before.connect(before_a_change, dispatch_uid="delivery")
    for after in (post_save, post_delete):
        after.connect(after_a_change, dispatch_uid="delivery")
    m2m_changed.connect(between_rows, dispatch_uid="delivery")
    # They go out of sight although their rows stay.
    for gone in (unpublished, page_unpublished):
        gone.connect(after_it_was_taken_away, dispatch_uid="delivery")
    page_published.connect(after_a_publication, dispatch_uid="delivery")
    # An altered model takes its rows along: once is enough of what is sent for every app.
    post_migrate.connect(after_everything_changed, sender=config, dispatch_uid="delivery")
    post_init.connect(note_row, dispatch_uid="delivery")
    request_started.connect(before_a_request, dispatch_uid="delivery")


def before_a_request(**kwargs: object) -> None:
    """A process that is told of no change knows nothing longer than a request."""
    if settings.PUBLIC_ONLY:
        cache.clear()
        kept.values.clear()


def before_a_change(
    sender: type[Model],
    instance: Model,
    update_fields: Iterable[str] | None = None,
    **kwargs: object,
) -> None:
    if settings.PAGE_STORE and not (is_never_shown(sender) or is_of_a_draft(update_fields)):
        changes.note_before(instance)


def after_a_change(
    sender: type[Model],
    instance: Model,
    signal: object,
    update_fields: Iterable[str] | None = None,
    created: bool = False,
    **kwargs: object,
) -> None:
    if is_never_shown(sender) or is_of_a_draft(update_fields):
        return
    if not settings.PAGE_STORE:
        transaction.on_commit(kept.forget, robust=True)
        return
    label = sender._meta.label
    # What hangs on another row is taken out of that one by an edit, as a word is.
    is_for_good = sender not in hanging if signal is post_delete else label in TAKES_AWAY
    if label in ON_WHICH_ALL_HANGS:
        changes.note_everything(is_for_good=is_for_good)
    changes.note_change(instance, is_new=created, is_for_good=is_for_good)
    tell_once_it_has_come_true(sender)


def between_rows(
    sender: type[Model], instance: Model, action: str, *, reverse: bool, **kwargs: object
) -> None:
    if is_never_shown(sender):
        return
    if reverse or not settings.PAGE_STORE:
        # It concerns rows that we are not shown.
        changes.note_everything()
        tell_once_it_has_come_true(sender)
    elif action.startswith("pre_"):
        changes.note_before(instance)
    else:
        changes.note_change(instance)
        changes.note_change(sender())
        tell_once_it_has_come_true(sender)


def after_it_was_taken_away(instance: Model, **kwargs: object) -> None:
    if settings.PAGE_STORE:
        changes.note_change(instance, is_for_good=True)
    tell_once_it_has_come_true(type(instance))


def after_a_publication(instance: Any, **kwargs: object) -> None:
    """Whoever reads it first finds it made."""
    transaction.on_commit(lambda: warm(addresses_of(instance)), robust=True)


def addresses_of(page: Any) -> list[str]:
    """None where no site leads to it."""
    host = urlsplit(settings.SITE_URL).netloc
    return [f"{host}{unquote(urlsplit(url).path)}" for url in [page.full_url] if url]


def after_everything_changed(**kwargs: object) -> None:
    transaction.on_commit(forget_kept, robust=True)
    transaction.on_commit(forget_pages, robust=True)


def tell_once_it_has_come_true(model: type[Model]) -> None:
    transaction.on_commit(tell, robust=True)
    # As migrations know it: there may be no table yet for what is owed.
    is_of_a_migration = model.__module__ == "__fake__"
    if settings.PAGE_STORE and not is_of_a_migration:
        owe()


def tell() -> None:
    """Once the transaction has come true: of all that changed in it, at once."""
    noted = changes.taken()
    if not noted.tags:
        # Another of the same transaction has told it already.
        return
    # First what is kept: a page that is made meanwhile may not be made of it.
    forget_kept(is_for_good=noted.is_for_good)
    forget_all = forget_pages_for_good if noted.is_for_good else forget_pages
    if EVERYTHING in noted.tags:
        forget_all()
        return
    try:
        purge(noted.announced(), is_for_good=noted.is_for_good)
    except Exception:
        # An old page is worse than a cold one.
        forget_all()
        raise


def forget_kept(*, is_for_good: bool = False) -> None:
    """Where others go on with it, what they make of it is forgotten once they have been told."""
    try:
        with noting_what_fails(is_for_good=is_for_good):
            kept.forget()
    except OSError:
        logger.exception("Pages may still be made of what was kept before a change")
