"""What keeps a new lead from the home pages: drafts of them that somebody else is at."""

from django.utils.translation import gettext as _

from coalition.desk.places import places
from coalition.releases.contents import waiting_with
from coalition.releases.models import ReleaseItem, State


def obstacles_to_leading():
    """Sentences; a draft that was undone is nobody's work in progress."""
    for place in places():
        home = place.home
        if not place.tells_stories:
            continue
        release = waiting_with(home).first()
        words = {"home": home, "language": home.locale, "release": release}
        if release:
            yield (
                _(
                    "“%(home)s” (%(language)s) waits in the release “%(release)s”. Publish that "
                    "first, or leave this day empty."
                )
                % words
            )
        elif home.has_unpublished_changes and not was_undone(home):
            yield (
                _(
                    "“%(home)s” (%(language)s) has changes that are not public. Publish or discard "
                    "them first, or leave this day empty."
                )
                % words
            )


def was_undone(home):
    items = ReleaseItem.objects.filter(release__state=State.UNDONE)
    return items.filter(revision=home.latest_revision_id).exists()
