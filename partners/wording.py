"""Numbers of partners, in the words and plural forms of the active language."""

from django.utils.translation import ngettext

from coalition.facts.wording import number


def counted_partners(count: int) -> str:
    return ngettext("%(count)s partner", "%(count)s partners", count) % {"count": number(count)}


def counted_states(count: int) -> str:
    return ngettext("%(count)s state", "%(count)s states", count) % {"count": number(count)}


def counted_organisations(count: int) -> str:
    words = ngettext("%(count)s organisation", "%(count)s organisations", count)
    return words % {"count": number(count)}
