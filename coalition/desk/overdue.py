"""What should have gone public or offline by now: then the clock has stopped."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.apps import apps
from django.utils import timezone
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.ui.components import Component
from wagtail.models import DraftStateMixin, Page, Revision

# `keep_time` looks once a minute.
PATIENCE = timedelta(minutes=5)


@dataclass(frozen=True)
class Overdue:
    """How many things wait, and since when the oldest does."""

    count: int
    since: datetime


def overdue():
    """None if the clock does its work."""
    late = timezone.now() - PATIENCE
    due = [
        *Revision.objects.filter(approved_go_live_at__lt=late).values_list(
            "approved_go_live_at", flat=True
        ),
        *(
            moment
            for model in models_with_drafts()
            for moment in model._default_manager.filter(live=True, expire_at__lt=late).values_list(
                "expire_at", flat=True
            )
        ),
    ]
    return Overdue(len(due), min(due)) if due else None


def models_with_drafts():
    return [
        model
        for model in apps.get_models()
        if model is Page or (issubclass(model, DraftStateMixin) and not issubclass(model, Page))
    ]


class OverduePanel(Component):
    """On the dashboard of whoever writes; nothing at all while nothing is late."""

    name = "overdue"
    order = 50
    template_name = "desk/overdue.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {"overdue": overdue() if user_has_any_page_permission(user) else None}
