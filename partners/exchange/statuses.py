"""What becomes of a partner's changes of status when a file names its latest one."""

from django.utils.translation import gettext as _

from partners.vocabulary import Status

# The day from which on, as in files, and the status; the earliest first.
Statuses = tuple[tuple[str, str], ...]


class StatusRefused(ValueError):
    """The file contradicts the history that the register has."""


def with_status(statuses: Statuses, status: str, since: str) -> Statuses:
    """The same day or the same status as the latest corrects that; both new are a new change."""
    latest = statuses[-1] if statuses else ("", str(Status.MEMBER))
    if (since, status) == latest:
        return statuses
    if not since:
        raise StatusRefused(_("Since when has it this status? status_from must say the day."))
    is_correction = bool(statuses) and (since == latest[0] or status == latest[1])
    kept = statuses[:-1] if is_correction else statuses
    if kept and since <= kept[-1][0]:
        raise StatusRefused(
            _("The register has a later change, on %(day)s. Correct its history there.")
            % {"day": kept[-1][0]}
        )
    return (*kept, (since, status))
