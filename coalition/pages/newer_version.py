"""Nobody publishes over a newer version that they have not seen.

Whoever is late keeps their words: they become the latest draft, beside the version that came first.
Wagtail itself only looks when it saves by itself.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import DraftStateMixin, Page
from wagtail.permissions import policy_registry
from wagtail.snippets.models import get_snippet_models

from coalition.pages.versions import address_to_compare

EDITORS = ("edit", "revisions_revert")


class KeepNewerVersion:
    """Two who publish at the same moment do so one after the other, and the second is told.

    What saves by itself waits its turn too: on its way while somebody publishes, it would write the
    page as it was before, and so take it offline.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        model = model_edited_by(request)
        if model is None or not request.user.is_authenticated:
            return None
        with transaction.atomic():
            key = kwargs.get("page_id") or kwargs.get("pk")
            row = model._base_manager.select_for_update(of=("self",)).filter(pk=key).first()
            theirs = row and version_not_seen(row, request)
            if not theirs or not may_edit(request.user, row):
                return view(request, *args, **kwargs)
            if saves_by_itself(request):
                have_wagtail_compare(request)
                return view(request, *args, **kwargs)
            was_to_be_more = keep_as_draft(request)
            response = view(request, *args, **kwargs)
            row.refresh_from_db(fields=["latest_revision"])
            tell(request, row, theirs, was_to_be_more)
            return response


def model_edited_by(request):
    """What is saved by a form of the back office; None for all other requests."""
    match = request.resolver_match
    if request.method != "POST" or match.url_name not in EDITORS:
        return None
    if match.namespace == "wagtailadmin_pages":
        return Page
    drafted = (model for model in get_snippet_models() if issubclass(model, DraftStateMixin))
    return next(
        (
            model
            for model in drafted
            if model.snippet_viewset.get_url_name(match.url_name) == match.view_name
        ),
        None,
    )


def version_not_seen(row, request):
    """The newest version that somebody else saved, if the form was opened on an older one.

    One's own are known: what saves by itself does not tell the form, and may be on its way still.
    A form that was opened before there was any version names none.
    """
    opened = request.POST.get("loaded_revision_created_at", "")
    theirs = row.revisions.exclude(user=request.user).order_by("created_at", "pk").last()
    return theirs if theirs and theirs.created_at.isoformat() > opened else None


def saves_by_itself(request):
    return not request.accepts("text/html")


def have_wagtail_compare(request):
    """It refuses what was opened on an older version, but only if the form names one."""
    form = request.POST.copy()
    form.setdefault("loaded_revision_id", "none")
    request.POST = form


def may_edit(user, row):
    policy = policy_registry.get(row)
    return policy.user_has_permission_for_instance(user, "change", row)


def keep_as_draft(request):
    """Take out of the form what would make the words public; whether there was anything."""
    form = request.POST.copy()
    acts = [name for name in form if name.startswith("action-")]
    for name in [*acts, "overwrite_revision_id"]:
        form.pop(name, None)
    request.POST = form
    return bool(acts)


def tell(request, row, theirs, was_to_be_more):
    is_kept = row.latest_revision_id != theirs.pk
    words = {
        (True, True): _(
            "Nothing was published: %(theirs)s is newer than what you had opened. Yours is kept as"
            " the latest draft, %(yours)s. Compare the two, then publish."
        ),
        (True, False): _(
            "Since you opened it, %(theirs)s was saved. Yours, %(yours)s, stands above it:"
            " compare the two."
        ),
    }.get((is_kept, was_to_be_more), _("Since you opened it, %(theirs)s was saved."))
    named = {"theirs": name_of(theirs), "yours": name_of(row.latest_revision)}
    address = address_to_compare(row, theirs.pk, row.latest_revision_id)
    messages.error(request, words % named, buttons=[messages.button(address, _("Compare"))])


def name_of(version):
    moment = date_format(timezone.localtime(version.created_at), "j F Y H:i:s")
    author = version.user.get_full_name() or version.user.get_username() if version.user else ""
    return _("version %(number)s (%(author)s, %(moment)s)") % {
        "number": version.pk,
        "author": author or _("the system"),
        "moment": moment,
    }
