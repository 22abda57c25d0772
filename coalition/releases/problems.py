"""What keeps a release from going public, whoever presses."""

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

_checks = []


def register(check):
    """Let another room look at every release: `check(release)` yields sentences."""
    _checks.append(check)


def problems_of(release):
    """Sentences, each naming the item it is about."""
    items = release.items.with_rows()
    problems = [problem for item in items for problem in problems_of_item(item)]
    return [*problems, *(problem for check in _checks for problem in check(release))]


def problems_of_item(item):
    if not item.is_there:
        return [_("%(item)s was deleted.") % {"item": item}]
    if not item.is_pinned_to_latest:
        return [_staleness(item)]
    content = item.revision.as_object()
    return [*_bad_timing(item, content), *_invalid_fields(item, content), *_lacks(item, content)]


def _staleness(item):
    latest = item.row.latest_revision
    return _(
        "%(item)s has a later draft: this release holds that of %(ours)s, "
        "%(author)s saved one on %(theirs)s. Take the release back to work to include it."
    ) % {
        "item": item,
        "ours": _moment(item.revision_made_at),
        "theirs": _moment(latest.created_at),
        "author": latest.user or _("somebody"),
    }


def _bad_timing(item, content):
    now = timezone.now()
    if content.go_live_at and content.go_live_at > now:
        yield _("%(item)s is scheduled for %(moment)s and would not go live with the others.") % {
            "item": item,
            "moment": _moment(content.go_live_at),
        }
    if content.expire_at and content.expire_at <= now:
        yield _("%(item)s expired on %(moment)s.") % {
            "item": item,
            "moment": _moment(content.expire_at),
        }


def _invalid_fields(item, content):
    """A draft may be saved unfinished; published it may not be."""
    try:
        content.full_clean()
    except ValidationError as error:
        for name, messages in error.message_dict.items():
            for message in messages:
                problem = message if name == NON_FIELD_ERRORS else _of(content, name, message)
                yield _("%(item)s – %(problem)s") % {"item": item, "problem": problem}


def _of(content, name, message):
    field = content._meta.get_field(name).verbose_name
    return _("%(field)s: %(problem)s") % {"field": field, "problem": message}


def _lacks(item, content):
    """Of pages, which know it of themselves."""
    if hasattr(content, "lacks"):
        for problem in content.lacks.values():
            yield _("%(item)s – %(problem)s") % {"item": item, "problem": problem}


def _moment(moment):
    return date_format(timezone.localtime(moment), "j F Y, H:i:s")
