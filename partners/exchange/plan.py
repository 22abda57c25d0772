"""Compares a file with the register: what will be added, what changed, what left alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from django.utils.translation import gettext as _

from partners.exchange.check import Line
from partners.exchange.columns import DEFAULTS, NAME_COLUMNS, Problem, Values
from partners.exchange.finder import Finder
from partners.exchange.registered import Registered
from partners.exchange.statuses import Statuses, StatusRefused, with_status
from partners.exchange.whole import contradictions
from partners.names import territory_name


@dataclass(frozen=True)
class Step:
    """What a line does to the register; `before` is nobody where it adds a partner."""

    line: int
    before: Registered | None
    after: Values
    statuses: Statuses

    @property
    def name(self) -> str:
        names = (self.after[column] for column in NAME_COLUMNS.values())
        return next(filter(None, names), self.after["public_id"])

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """Column, what was there, and what will be."""
        before = self.before.values if self.before else dict.fromkeys(self.after, "")
        return [
            (column, before[column], value)
            for column, value in self.after.items()
            if value != before[column]
        ]


@dataclass
class Plan:
    """Everything the file will do, or else everything that is wrong with it."""

    additions: list[Step] = field(default_factory=list)
    changes: list[Step] = field(default_factory=list)
    unchanged: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def steps(self) -> list[Step]:
        return [*self.additions, *self.changes]

    @property
    def fingerprint(self) -> str:
        """The same for the same steps only."""
        steps = [(step.line, step.name, step.differences) for step in self.steps]
        return sha256(repr(steps).encode()).hexdigest()


def plan(lines: Iterable[Line], register: Sequence[Registered], *, may_publish: bool) -> Plan:
    result = Plan()
    finder = Finder(register)
    for line in lines:
        partner = finder.find(line.values)
        after = _after(line.values, partner, may_publish)
        found = list(finder.contradictions(line.values, partner, line.number))
        if partner and after == partner.values and not found:
            result.unchanged += 1
            continue
        statuses, refusals = _statuses(after, partner)
        found += [*contradictions(after, _before(partner)), *refusals, *_waiting(partner)]
        result.problems += [Problem(line.number, column, message) for column, message in found]
        if not found:
            steps = result.changes if partner else result.additions
            steps.append(Step(line.number, partner, after, statuses))
    return result


def _before(partner: Registered | None) -> Values:
    return partner.values if partner else DEFAULTS


def _statuses(after: Values, partner: Registered | None) -> tuple[Statuses, list[tuple[str, str]]]:
    """All changes of status with the one that the file names, and why that cannot be."""
    before = partner.statuses if partner else ()
    try:
        return with_status(before, after["status"], after["status_from"]), []
    except StatusRefused as error:
        return before, [("status_from", str(error))]


def _waiting(partner: Registered | None) -> list[tuple[str, str]]:
    if partner and partner.has_draft:
        return [("", _("Changes to it wait to be published. Publish or discard them first."))]
    return []


def _after(values: Values, partner: Registered | None, may_publish: bool) -> Values:
    """What the partner will be; where the file is silent, it stays what it is."""
    before = _before(partner)
    after = {**before, **values}
    after["public_id"] = before["public_id"] or after["public_id"]
    for language, column in NAME_COLUMNS.items():
        after[column] = after[column] or territory_name(after["iso2"], language)
    if after["status"] != before["status"] and "status_from" not in values:
        after["status_from"] = ""
    if not (may_publish and values.get("live")):
        after["live"] = before["live"]
    return after
