"""What speaks of a partner: pages that point at it, and facts that count it."""

from dataclasses import dataclass

from django.db.models import Count, ForeignObjectRel
from django.utils import timezone
from django.utils.text import capfirst
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import Page

from coalition.facts.memory import value_of
from coalition.facts.models import FactUse
from coalition.facts.registry import Fact
from partners.membership_facts import facts_counting
from partners.models import Partner


@dataclass(frozen=True)
class Mention:
    """A page as somebody may know of it: drafts have a title only for those who may edit them."""

    kind: str
    language: str
    title: str
    address: str


@dataclass(frozen=True)
class Counting:
    """A fact that counts the partner, and on how many pages it is quoted."""

    fact: Fact
    value: int
    pages: int


def pages_about(partner):
    """Those that point at it, published or not, by any field of any room."""
    for relation in Partner._meta.get_fields(include_hidden=True):
        if isinstance(relation, ForeignObjectRel) and issubclass(relation.related_model, Page):
            pages = relation.related_model.objects.select_related("locale")
            yield from pages.filter(**{relation.field.name: partner})


def mentions(partner, user):
    finder = AdminURLFinder(user)
    return [_mention(page, finder.get_edit_url(page)) for page in pages_about(partner)]


def _mention(page, edit_address):
    return Mention(
        kind=capfirst(page._meta.verbose_name),
        language=page.locale.get_display_name(),
        title=page.title if edit_address or page.live else "",
        address=edit_address or (page.url if page.live else ""),
    )


def countings(partner):
    """Facts count a partner only while readers see it."""
    facts = facts_counting(partner) if partner.live else []
    uses = FactUse.objects.public().filter(fact__in=[fact.name for fact in facts])
    pages = dict(uses.values_list("fact").annotate(Count("pk")))
    today = timezone.localdate()
    return [Counting(fact, value_of(fact, today), pages.get(fact.name, 0)) for fact in facts]
