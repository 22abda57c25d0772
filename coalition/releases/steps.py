"""What may be done to a release, and what speaks against it.

A step states its objections; whoever asks for it all the same is refused with them. So the
button that is not shown and the press that is refused tell the same reasons.
"""

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import LockableMixin
from wagtail.permissions import policy_registry

from coalition.releases.models import Release
from coalition.releases.refusal import Refused


class Step:
    """From one state to the next, all of it or nothing."""

    name = ""
    label = ""
    question = ""
    done = ""
    leads_from = ()
    leads_to = None

    def objections(self, release, user):
        """Sentences; none if this user may take the step now."""
        if release.state not in self.leads_from:
            return [_("The release is “%(state)s”.") % {"state": release.get_state_display()}]
        return list(self.further_objections(release, user))

    def further_objections(self, release, user):
        raise NotImplementedError

    def act(self, release, user):
        """What happens besides the change of state."""

    @transaction.atomic
    def take(self, release, user):
        """Whoever comes second, to the release or to one of its rows, waits for the first."""
        lock(release)
        objections = self.objections(release, user)
        if objections:
            raise Refused(objections)
        self.act(release, user)
        release.state = self.leads_to
        release.save()
        log(instance=release, action=f"releases.{self.name}", user=user)


def lock(release):
    """Nobody else changes the release, or saves or publishes its rows, in this transaction.

    SQLite locks everything when a transaction begins, and ignores this.
    """
    release.refresh_from_db(from_queryset=Release.objects.select_for_update())
    keys = {}
    for row in release.rows:
        keys.setdefault(row.get_base_content_type(), []).append(row.pk)
    # In one order for everyone, so that two of them never wait for each other.
    for base_type in sorted(keys, key=lambda content_type: content_type.pk):
        rows = base_type.model_class()._base_manager.select_for_update().order_by("pk")
        list(rows.filter(pk__in=keys[base_type]).values_list("pk"))


def missing_rights(release, user):
    """An objection for each item that this user may not publish, or not while it is locked."""
    for item in release.items.with_rows():
        if item.row and not may_publish(user, item.row):
            yield _("You may not publish %(item)s.") % {"item": item}
        elif item.row and is_locked_for(user, item.row):
            yield _("%(item)s is locked.") % {"item": item}


def may_publish(user, row):
    return policy_registry.get(row).user_has_permission_for_instance(user, "publish", row)


def is_locked_for(user, row):
    lock_on_row = row.get_lock() if isinstance(row, LockableMixin) else None
    return lock_on_row is not None and lock_on_row.for_user(user)
