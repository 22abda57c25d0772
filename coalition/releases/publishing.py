"""Publishing everything in a release at once, and taking all of it back."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Page

from coalition.pages.row_translation import follow_rows_together
from coalition.pages.rows import TranslatedRow
from coalition.pages.translation import follow_each_other
from coalition.releases.models import State
from coalition.releases.problems import problems_of
from coalition.releases.steps import Step, missing_rights


class PublishAll(Step):
    """Every item through Wagtail's own publishing, in one transaction."""

    name = "publish"
    label = gettext_lazy("Publish all")
    question = gettext_lazy("Every item goes public at once. One press of Undo takes all back.")
    done = gettext_lazy("Everything is public.")
    leads_from = (State.APPROVED,)
    leads_to = State.PUBLISHED

    def further_objections(self, release, user):
        if release.approver in {None, release.creator}:
            yield _("A second person has to approve it.")
        else:
            yield from missing_rights(release, release.approver)
        if user != release.approver:
            yield from missing_rights(release, user)
        yield from problems_of(release)

    def act(self, release, user):
        rows = []
        for item in release.items.with_rows():
            item.publish(user)
            rows.append(item.row)
        follow_each_other([row for row in rows if isinstance(row, Page)])
        follow_rows_together([row for row in rows if isinstance(row, TranslatedRow)])


class Undo(Step):
    """What was live before is live again; what did not exist is a draft again."""

    name = "undo"
    label = gettext_lazy("Undo")
    question = gettext_lazy(
        "What stood there before comes back, what is new goes offline. Nothing is deleted: "
        "all of it stays as drafts."
    )
    done = gettext_lazy("All of it is taken back.")
    leads_from = (State.PUBLISHED,)
    leads_to = State.UNDONE

    def further_objections(self, release, user):
        yield from missing_rights(release, user)
        for item in release.items.with_rows():
            if item.row is None:
                yield _("%(item)s was deleted.") % {"item": item}
            elif item.was_published_since:
                yield _("%(item)s was published or taken offline since.") % {"item": item}
            elif item.was_live and item.former is None:
                yield _("What %(item)s was before is not kept any more.") % {"item": item}

    def act(self, release, user):
        for item in reversed(list(release.items.with_rows())):
            item.take_back(user)
