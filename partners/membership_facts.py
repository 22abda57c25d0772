"""What prose may quote of the register."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from coalition.facts import registry
from coalition.facts.wording import number
from partners.models import Partner


def counted_partners(value: int) -> str:
    return ngettext("%(count)s partner", "%(count)s partners", value) % {"count": number(value)}


def number_of_partners(day) -> int:
    return Partner.objects.members(as_of=day).count()


def register_all() -> None:
    registry.register(
        registry.Fact(
            name="partners",
            label=_("Number of partners"),
            value_on=number_of_partners,
            counted=counted_partners,
        )
    )
