"""Pages whose hour has come and that lack what readers need: the clock waits for them."""

from dataclasses import dataclass

from django.utils import timezone
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from coalition.desk.due import problems_of, to_publish


@dataclass(frozen=True)
class HeldBack:
    """A page, and what readers would miss of it."""

    page: Page
    problems: list[str]


def held_back_from(user):
    """Those that this person may mend."""
    for revision in to_publish(timezone.now()):
        page = revision.content_object
        if (problems := problems_of(revision)) and page.permissions_for_user(user).can_edit():
            yield HeldBack(page, problems)


class HeldBackPanel(Component):
    """On the dashboard; nothing at all while nothing waits."""

    name = "held_back"
    order = 51
    template_name = "desk/held_back.html"

    def get_context_data(self, parent_context):
        return {"pages": list(held_back_from(parent_context["request"].user))}
