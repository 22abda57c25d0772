"""The steps before publication: a second person has to agree to exactly what goes live."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from coalition.releases.contents import claimed_by_others
from coalition.releases.models import State
from coalition.releases.problems import problems_of
from coalition.releases.steps import Step, missing_rights


class Submit(Step):
    """Settles what is to go live: the latest draft of every item."""

    name = "submit"
    label = gettext_lazy("Submit for review")
    question = gettext_lazy("The latest draft of every item goes to review, as it stands.")
    done = gettext_lazy("Submitted for review.")
    leads_from = (State.OPEN,)
    leads_to = State.IN_REVIEW

    def further_objections(self, release, user):
        if not release.may_be_prepared_by(user):
            return [_("You did not make this release.")]
        if not release.items.exists():
            return [_("There is nothing in this release yet.")]
        return []

    def act(self, release, user):
        for item in release.items.with_rows():
            if item.row and item.row.latest_revision:
                item.pin(item.row.latest_revision)
                item.save()


class Approve(Step):
    """The second person's word: not the creator's, and of somebody who could publish it all."""

    name = "approve"
    label = gettext_lazy("Approve")
    question = gettext_lazy("You have looked at every item and agree that it goes public.")
    done = gettext_lazy("Approved. It can be published.")
    leads_from = (State.IN_REVIEW,)
    leads_to = State.APPROVED

    def further_objections(self, release, user):
        if user == release.creator:
            return [_("You made this release: somebody else has to approve it.")]
        return [*missing_rights(release, user), *problems_of(release)]

    def act(self, release, user):
        release.approver = user


class Reopen(Step):
    """Back to work, for changes; it has to be reviewed and approved anew."""

    name = "reopen"
    label = gettext_lazy("Take back to work")
    question = gettext_lazy("Items can be changed again; then the review starts anew.")
    done = gettext_lazy("Open again.")
    leads_from = (State.IN_REVIEW, State.APPROVED, State.UNDONE)
    leads_to = State.OPEN

    def further_objections(self, release, user):
        if not release.may_be_prepared_by(user):
            yield _("You did not make this release.")
        # While it was undone, its items were free for others.
        yield from claimed_by_others(release)

    def act(self, release, user):
        release.approver = None
