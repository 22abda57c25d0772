"""The cards of the indexes say how many partners there are: they follow every change of that."""

from django.db import transaction
from wagtail.signals import published, unpublished

from coalition.cards.keeping import keep_card
from coalition.facts.memory import fresh_memory
from partners.models import Partner, PartnerIndexPage


def listen():
    for signal in (published, unpublished):
        signal.connect(redraw_once_saved, sender=Partner, dispatch_uid="counted-cards")


def redraw_once_saved(**kwargs):
    transaction.on_commit(redraw, robust=True)


def redraw():
    """How many were drawn: none where the number is the one they say."""
    # The request that published may have told the number before.
    with fresh_memory():
        return sum(keep_card(page) for page in PartnerIndexPage.objects.select_related("locale"))
