from collections.abc import Iterable

from django.apps import AppConfig
from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_migrate, post_save
from wagtail.signals import post_page_move

from coalition.delivery.kept import forget
from coalition.delivery.store.site import forget_pages

# Saved all day long, and no page shows any of it.
NEVER_SHOWN = {
    "contact.Message",
    "sessions.Session",
    "wagtailadmin.EditingSession",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.PageLogEntry",
    "wagtailcore.PageSubscription",
    "wagtailcore.Revision",
}
# All that a page's row is told when somebody saves a draft of it.
TOLD_OF_DRAFTS = {
    "draft_title",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
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


def forget_what_changed(
    sender: type[Model], update_fields: Iterable[str] | None = None, **kwargs: object
) -> None:
    is_draft = update_fields and TOLD_OF_DRAFTS.issuperset(update_fields)
    if sender._meta.label not in NEVER_SHOWN and not is_draft:
        forget_all()


def forget_all(**kwargs: object) -> None:
    forget()
    forget_pages()
