"""The partners that the index shows for the filters in its address."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from partners.filters import ELSEWHERE, GROUPS, PartnerFilters, group_of
from partners.wording import counted_organisations, counted_partners, counted_states


@dataclass
class Group:
    """The states of a region, or the organisations; `key` names it in addresses."""

    key: str
    name: str
    partners: list


class Listing:
    """All partners in groups, or those that pass the filters."""

    def __init__(self, partners, parameters):
        self.partners = partners
        self.filters = PartnerFilters(parameters)
        self.passed = self.filters.narrow(partners)

    @cached_property
    def groups(self):
        groups = [
            Group(key, name, [partner for partner in self.passed if group_of(partner) == key])
            for key, name in [*GROUPS, (ELSEWHERE, _("Elsewhere"))]
        ]
        return [group for group in groups if group.partners]

    @property
    def newest(self):
        return max(self.partners, key=lambda p: (p.joined_latest, p.ordinal or 0), default=None)

    @property
    def total(self):
        return counted_partners(len(self.partners))

    @property
    def shown(self):
        return counted_partners(len(self.passed))

    @property
    def states(self):
        return counted_states(sum(partner.is_state for partner in self.partners))

    @property
    def organisations(self):
        return counted_organisations(sum(not partner.is_state for partner in self.partners))
