"""On which pages and collections a role has its rights: Wagtail saves these without a signal."""

from django.forms import Media
from wagtail.models import GroupCollectionPermission, GroupPagePermission

from coalition.audit.record import Thing, record


class PlacesWatched:
    """A panel of a role's form: it shows nothing, and notes what those before it have saved."""

    media = Media()

    def __init__(self, data=None, files=None, instance=None):
        self.group = instance
        self.before = places_of(instance)

    def is_valid(self):
        return True

    def as_admin_panel(self):
        return ""

    def save(self):
        after = places_of(self.group)
        for verb, changed in (("added", after - self.before), ("removed", self.before - after)):
            if changed:
                names = ", ".join(sorted(changed))
                record("rights-changed", about=Thing.of(self.group), **{verb: names})


def places_of(group):
    """Each right with its place, in words."""
    if group is None or group.pk is None:
        return set()
    pages = GroupPagePermission.objects.filter(group=group)
    shelves = GroupCollectionPermission.objects.filter(group=group)
    return {
        *(f"{each.permission.codename}: {each.page}" for each in pages.select_related()),
        *(f"{each.permission.codename}: {each.collection}" for each in shelves.select_related()),
    }
