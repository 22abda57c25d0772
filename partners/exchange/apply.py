"""Makes the register do what a file says: all of it, or nothing."""

from collections.abc import Sequence
from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction

from partners.exchange.columns import NAME_COLUMNS, Problem
from partners.exchange.confidence import together
from partners.exchange.plan import Plan, Step, plan
from partners.exchange.register import partners_by_id, registered
from partners.models import Partner, PartnerName, StatusChange
from partners.names import territory_name

# What the history of a partner calls it; `hooks` has the words.
IMPORTED = "partners.import"


class NotApplied(Exception):
    """Nothing was changed: `problems` say why; none, if the plan is not the expected one."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = problems


@transaction.atomic
def carry_out(lines, *, user=None, may_publish=True, expected=None) -> Plan:
    """Plan and do it while nobody else can change the register.

    With `expected`, a plan's fingerprint, only if the plan is still that one.
    """
    partners = partners_by_id(Partner.objects.select_for_update())
    result = plan(lines, registered(partners), may_publish=may_publish)
    if result.problems or expected not in (None, result.fingerprint):
        raise NotApplied(result.problems)
    for step in result.steps:
        try:
            _take(step, partners, user, may_publish)
        except ValidationError as error:
            raise NotApplied([Problem(step.line, "", text) for text in error.messages]) from error
    return result


def _take(step: Step, partners, user, may_publish):
    partner = partners[step.before.public_id] if step.before else Partner(live=False)
    was_live, will_be_live = partner.live, step.after["live"] == "yes"
    _fill(partner, step)
    if not was_live:
        partner.full_clean()
        partner.save()
    revision = partner.save_revision(user=user, log_action=IMPORTED)
    if may_publish and (was_live or will_be_live):
        revision.publish(user=user)
    if was_live and not will_be_live:
        Partner.objects.get(pk=partner.pk).unpublish(user=user)


def _fill(partner, step):
    values = step.after
    partner.public_id = values["public_id"]
    partner.kind = values["kind"]
    partner.iso_code = values["iso2"]
    partner.region = values["region"]
    partner.website = values["website"]
    partner.joined_earliest = date.fromisoformat(values["joined_earliest"])
    partner.joined_latest = date.fromisoformat(values["joined_latest"])
    partner.ordinal = int(values["ordinal"]) if values["ordinal"] else None
    partner.change_note = ""
    partner.source = together(values["source"], values["confidence"])
    partner.names = _names(partner, values)
    partner.status_changes = _status_changes(partner, step.statuses)


def _names(partner, values):
    """Only those that CLDR does not say already."""
    written = {name.language_code: name for name in partner.names.all()}
    names = []
    for language, column in NAME_COLUMNS.items():
        if values[column] not in ("", territory_name(partner.iso_code, language)):
            name = written.get(language) or PartnerName(language_code=language)
            name.name = values[column]
            names.append(name)
    return names


def _status_changes(partner, statuses):
    """In order of their days, as `with_status` keeps them: the latest corrected, or one more."""
    changes = sorted(partner.status_changes.all(), key=lambda change: change.from_date)
    changes += [StatusChange() for _ in statuses[len(changes) :]]
    for change, (day, status) in zip(changes, statuses, strict=True):
        change.from_date, change.status = date.fromisoformat(day), status
    return changes
