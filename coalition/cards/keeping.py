"""Keeps the cards of pages in agreement with the pages.

Listening to signals, because every way of publishing ends in Wagtail's own. A card is drawn once
what is published is certain, and a publication never fails for want of a card.
"""

import logging

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.signals import post_delete
from django.utils.translation import get_language_info, override
from wagtail.models import Page
from wagtail.signals import page_published, page_unpublished

from coalition.cards.drawing import CardWords, draw_card
from coalition.cards.typesetting import CannotSet
from coalition.delivery.tags import of_address
from coalition.fronts.queue import note
from coalition.media.leaving import address_left, path_of
from coalition.pages.dates import written_day
from coalition.pages.models import BasePage, SocialCard
from coalition.pages.templatetags.shelves import for_readers
from coalition.sitewide.surroundings import Surroundings

logger = logging.getLogger(__name__)


def keep_card(page):
    """Draw the page's card, leave it as it is, or throw it away; whether one was drawn."""
    card = SocialCard.objects.filter(page=page).first()
    words = words_of(page) if needs_card(page) else None
    if card and words and card.fingerprint == words.fingerprint:
        return False
    with transaction.atomic():
        if card:
            card.delete()
        return bool(words) and _draw(page, words)


def needs_card(page):
    """Whether readers may see the page and it shows no picture of its own."""
    return (
        isinstance(page, BasePage)
        and for_readers(page.picture) is None
        and type(page)._default_manager.readable().filter(pk=page.pk).exists()
    )


def words_of(page):
    """What the page's card says, in the page's language."""
    language = page.locale.language_code
    with override(language):
        return CardWords(
            site_name=Surroundings(request=None).texts.site_name,
            title=page.title_on_card,
            foot=_foot(page),
            is_rtl=get_language_info(language)["bidi"],
            pattern=page.pk,
        )


def _foot(page):
    """What kind of page it is, and of which day if it has one."""
    kind = "" if page.kind_label is BasePage.kind_label else str(page.kind_label)
    day = written_day(page.facts_day) if page.facts_day else ""
    return " · ".join(filter(None, [kind, day]))


def _draw(page, words):
    try:
        drawn = draw_card(words)
    except CannotSet:
        logger.warning("Page %s gets no card: install libfribidi0 to set Arabic.", page.pk)
        return False
    SocialCard.objects.create(
        page_id=page.pk, fingerprint=words.fingerprint, file=ContentFile(drawn, "card.png")
    )
    return True


def keep_card_once_saved(instance, **kwargs):
    key = instance.pk
    transaction.on_commit(lambda: _keep_card_of(key), robust=True)


def _keep_card_of(key):
    if page := Page.objects.filter(pk=key).specific().first():
        keep_card(page)


def throw_file_away(instance, **kwargs):
    """Caches in front keep it for a year, and its words may be why it goes."""
    file, path = instance.file, path_of(instance)
    address_left.send(SocialCard, path=path, thing=(Page, instance.page_id))
    transaction.on_commit(lambda: file.storage.delete(file.name), robust=True)
    note([of_address(path)], is_for_good=True)


def listen():
    page_published.connect(keep_card_once_saved)
    page_unpublished.connect(keep_card_once_saved)
    post_delete.connect(throw_file_away, sender=SocialCard)
