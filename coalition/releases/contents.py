"""What is in a release, and in no other that waits."""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Revision

from coalition.releases.models import Release, ReleaseItem, State
from coalition.releases.refusal import Refused


@transaction.atomic
def add(release, row, user):
    """Put a page, snippet or register entry into a release, with its latest draft."""
    if not release.is_open:
        raise Refused([_("“%(release)s” is not open any more.") % {"release": release}])
    item = ReleaseItem.of(row)
    others = waiting_with(row)
    if others:
        raise Refused([already_in(item, others[0])])
    item.release = release
    item.save()
    _log("add", item, user)
    return item


@transaction.atomic
def remove(item, user):
    if not item.release.is_open:
        raise Refused([_("“%(release)s” is not open any more.") % {"release": item.release}])
    _log("remove", item, user)
    item.delete()


def waiting_with(row):
    """The releases that this row waits in; the rule is that there is one at most."""
    return Release.objects.waiting().holding(row)


def already_in(item, release):
    words = {"item": item, "release": release}
    return _("%(item)s is in the release “%(release)s” already.") % words


def claimed_by_others(release):
    """A sentence for each item that has gone into another release in the meantime."""
    for item in release.items.with_rows():
        if item.row:
            for other in waiting_with(item.row).exclude(pk=release.pk):
                yield already_in(item, other)


def revisions_agreed_to():
    """Of what somebody has approved, or is looking at to do so: it goes public as they saw it."""
    items = ReleaseItem.objects.filter(release__state__in=(State.IN_REVIEW, State.APPROVED))
    return Revision.objects.filter(pk__in=items.values("revision")).iterator()


def _log(verb, item, user):
    data = {"item": str(item)}
    log(instance=item.release, action=f"releases.{verb}", user=user, data=data)
