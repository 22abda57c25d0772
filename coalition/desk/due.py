"""What is due at a moment, to go public or offline, and what of it is not whole."""

from django.apps import apps
from wagtail.models import DraftStateMixin, Page, Revision


def to_publish(moment):
    """Revisions, the earliest first."""
    due = Revision.objects.filter(approved_go_live_at__lt=moment)
    return due.order_by("approved_go_live_at")


def to_withdraw(moment):
    """Pages, and rows of every other model that has drafts."""
    for model in models_with_drafts():
        expired = model._default_manager.filter(live=True, expire_at__lt=moment)
        yield from expired.order_by("expire_at")


def models_with_drafts():
    return [
        model
        for model in apps.get_models()
        if model is Page or (issubclass(model, DraftStateMixin) and not issubclass(model, Page))
    ]


def problems_of(revision):
    """Of a page, in sentences; it was whole when somebody scheduled it."""
    lacks = getattr(revision.as_object(), "lacks", {})
    return [str(problem) for problem in lacks.values()]
