"""What prose may quote of the register."""

from functools import partial

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from coalition.delivery.kept import kept
from coalition.delivery.tags import wait_for
from coalition.facts.memory import remembered
from coalition.facts.registry import Fact, Nouns, register
from coalition.facts.wording import number
from partners.membership import count
from partners.models import Partner
from partners.register_tags import number_of
from partners.vocabulary import Kind, Region
from partners.wording import counted_organisations, counted_partners, counted_states

PARTNERS = {
    "en": Nouns(
        singular=("partner", "member", "state", "country", "nation"),
        plural=("partners", "members", "states", "countries", "nations"),
        qualifiers=("coalition", "global", "active", "full", "partner", "member"),
    ),
    "fr": Nouns(
        singular=("partenaire", "membre", "État", "pays"),
        plural=("partenaires", "membres", "États", "pays"),
    ),
    "ar": Nouns(
        singular=("شريك", "شريكا", "عضو", "عضوا", "بلد", "بلدا", "دولة"),
        plural=("شركاء", "أعضاء", "بلدان", "دول"),
    ),
}

STATES = {
    "en": Nouns(
        singular=("state", "country", "nation"),
        plural=("states", "countries", "nations"),
        qualifiers=("coalition", "partner", "member", "sovereign"),
    ),
    "fr": Nouns(singular=("État", "pays"), plural=("États", "pays")),
    "ar": Nouns(singular=("دولة", "بلد", "بلدا"), plural=("دول", "بلدان")),
}

# Label and count of the states of a region; organisations belong to none.
REGIONS = {
    Region.AFRICA: (
        _("Number of partners in Africa"),
        ngettext_lazy("%(count)s partner in Africa", "%(count)s partners in Africa", "value"),
    ),
    Region.AMERICAS: (
        _("Number of partners in the Americas"),
        ngettext_lazy(
            "%(count)s partner in the Americas", "%(count)s partners in the Americas", "value"
        ),
    ),
    Region.ASIA_PACIFIC: (
        _("Number of partners in Asia and the Pacific"),
        ngettext_lazy(
            "%(count)s partner in Asia and the Pacific",
            "%(count)s partners in Asia and the Pacific",
            "value",
        ),
    ),
    Region.EUROPE: (
        _("Number of partners in Europe"),
        ngettext_lazy("%(count)s partner in Europe", "%(count)s partners in Europe", "value"),
    ),
    Region.MIDDLE_EAST: (
        _("Number of partners in the Middle East"),
        ngettext_lazy(
            "%(count)s partner in the Middle East", "%(count)s partners in the Middle East", "value"
        ),
    ),
}


def members_on(day, **which) -> int:
    wait_for(number_of(day, **which))
    return count(remembered("memberships", memberships), day, **which)


def memberships():
    """A page that tells a number waits for that number alone."""
    return kept("memberships", Partner.objects.memberships, tags=())


def counted_in_region(words, value) -> str:
    return words % {"value": value, "count": number(value)}


FACTS = [
    Fact(
        name="partners",
        label=_("Number of partners"),
        value_on=members_on,
        counted=counted_partners,
        # Whoever joins last is the partner of this number.
        has_ordinal=True,
        nouns=PARTNERS,
    ),
    Fact(
        name="states",
        label=_("Number of states"),
        value_on=partial(members_on, kind=Kind.STATE),
        counted=counted_states,
        nouns=STATES,
    ),
    Fact(
        name="organisations",
        label=_("Number of organisations"),
        value_on=partial(members_on, kind=Kind.ORGANISATION),
        counted=counted_organisations,
    ),
    *(
        Fact(
            name=f"partners-in-{region}",
            label=label,
            value_on=partial(members_on, kind=Kind.STATE, region=region),
            counted=partial(counted_in_region, words),
        )
        for region, (label, words) in REGIONS.items()
    ),
]


def facts_counting(partner):
    which = {"kind": partner.kind, "region": partner.region}
    return [fact for fact in FACTS if which.items() >= counted_by(fact).items()]


def counted_by(fact):
    """What a partner has to be for the fact to count it."""
    return getattr(fact.value_on, "keywords", {})


def register_all() -> None:
    for fact in FACTS:
        register(fact)
