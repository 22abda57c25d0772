"""What should have gone public or offline by now: then the clock has stopped."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils import timezone
from wagtail.admin.auth import user_has_any_page_permission
from wagtail.admin.ui.components import Component

from coalition.desk.due import problems_of, to_publish, to_withdraw

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
    moments = [
        *(each.approved_go_live_at for each in to_publish(late) if not problems_of(each)),
        *(row.expire_at for row in to_withdraw(late)),
    ]
    return Overdue(len(moments), min(moments)) if moments else None


class OverduePanel(Component):
    """On the dashboard of whoever writes; nothing at all while nothing is late."""

    name = "overdue"
    order = 50
    template_name = "desk/overdue.html"

    def get_context_data(self, parent_context):
        user = parent_context["request"].user
        return {"overdue": overdue() if user_has_any_page_permission(user) else None}
