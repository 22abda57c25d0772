"""Puts the log where administrators look for reports, and hears what Wagtail does not log."""

from wagtail import hooks
from wagtail.models import Page

from coalition.audit.places import PlacesWatched
from coalition.audit.record import Thing, record
from coalition.audit.report import AuditReport
from coalition.reports.report import register_report

register_report(AuditReport)


@hooks.register("register_group_permission_panel", order=1000)
def watch_places():
    """After all others have saved."""
    return PlacesWatched


@hooks.register("after_bulk_action")
def note_each(request, action_type, objects, action):
    """Of pages Wagtail does so itself."""
    if not issubclass(action.model, Page):
        for thing in objects:
            record("changed-together", about=Thing.of(thing), action=action_type)
