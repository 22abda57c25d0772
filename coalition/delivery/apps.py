from collections.abc import Iterable

from django.apps import AppConfig
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from django.dispatch import Signal
from wagtail.signals import page_unpublished, post_page_move, unpublished

from coalition.delivery.drafts import is_of_a_draft
from coalition.delivery.kept import forget
from coalition.delivery.store.site import forget_pages, forget_pages_for_good

# Saved all day long, and no page shows any of it. Models of ours say `is_never_shown` themselves.
NEVER_SHOWN = {
    "sessions.Session",
    "wagtailadmin.EditingSession",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.Revision",
}
# With these, readers may no longer see what they saw.
TAKES_AWAY = {
    "pages.Withdrawal",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.PageViewRestriction",
}


class DeliveryConfig(AppConfig):
    name = "coalition.delivery"
    label = "delivery"

    def ready(self) -> None:
        # Wagtail, Django and our own rooms save in a hundred places: only signals see them all.
        for signal in (post_save, post_delete, m2m_changed):
            signal.connect(forget_what_changed, dispatch_uid="delivery")
        # A moved page's new address, and an altered model's rows.
        post_page_move.connect(forget_all, dispatch_uid="delivery")
        post_migrate.connect(forget_all, dispatch_uid="delivery")
        for signal in (post_save, post_delete, unpublished, page_unpublished):
            signal.connect(forget_what_was_taken_away, dispatch_uid="delivery-taken-away")


def forget_what_changed(
    sender: type[Model], update_fields: Iterable[str] | None = None, **kwargs: object
) -> None:
    is_never_shown = sender._meta.label in NEVER_SHOWN or hasattr(sender, "is_never_shown")
    if not (is_never_shown or is_of_a_draft(update_fields)):
        forget_all()


def forget_all(**kwargs: object) -> None:
    forget()
    forget_pages()


def forget_what_was_taken_away(sender: type[Model], signal: Signal, **kwargs: object) -> None:
    label = sender._meta.label
    is_offline = signal in (unpublished, page_unpublished)
    is_deleted = signal is post_delete and label == "wagtailcore.Page"
    if is_offline or is_deleted or label in TAKES_AWAY:
        forget_pages_for_good()
