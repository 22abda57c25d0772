"""The one act: everything of a picture, document or film goes, and its addresses stay known."""

from urllib.parse import unquote, urlsplit

from django.db import transaction

from coalition.audit.record import Thing, record
from coalition.cards.keeping import keep_card
from coalition.delivery.store.site import forget_pages_for_good
from coalition.delivery.tags import EVERYTHING, of_address
from coalition.fronts.queue import note
from coalition.media.models import DocumentFile, Picture, Video
from coalition.pages.models import BasePage
from coalition.takedowns.checking import check
from coalition.takedowns.departing import name_of
from coalition.takedowns.models import GoneAddress, Takedown
from coalition.takedowns.uses import names_of_uses, take_out_of_all

KINDS = (Picture, DocumentFile, Video)


def take_down(thing, reason, user=None):
    """Remove it and all that was made from it; the takedown with what its addresses answer.

    Who comes second is given the takedown of the first, or None if somebody just deleted it.
    """
    takedown = _removed(thing, reason, user)
    if takedown:
        # Files go once the rows have; only then can anybody see whether they have.
        transaction.on_commit(lambda: check(takedown), robust=True)
    return takedown


@transaction.atomic
def _removed(thing, reason, user):
    # Whoever is cutting it comes to an end first, or would leave cuts of what is gone.
    found = type(thing)._base_manager.select_for_update().filter(pk=thing.pk).first()
    name = name_of(type(thing), thing.pk)
    if not found:
        return Takedown.objects.filter(addresses__thing=name).first()
    places = names_of_uses(thing)
    pages = [row for row in take_out_of_all(thing) if isinstance(row, BasePage)]
    takedown = Takedown.objects.create(
        title=str(thing),
        kind=thing._meta.label_lower,
        reason=reason,
        places=places,
        taken_down_by=user,
        sent_hash=found.sent_hash,
        file_hash=getattr(found, "file_hash", ""),
    )
    GoneAddress.objects.keep(unquote(urlsplit(thing.file.url).path), name)
    record("taken-down", user=user, about=Thing.of(thing), places=len(places))
    thing.delete()
    GoneAddress.objects.of(name).update(takedown=takedown)
    # Not before it has come true, and nothing that fails there brings it back.
    transaction.on_commit(forget_pages_for_good, robust=True)
    note(
        [EVERYTHING, *(of_address(address.path) for address in takedown.addresses.all())],
        is_for_good=True,
        occasion=takedown.occasion,
    )
    for page in pages:
        # What showed the picture when it was shared has a card of its own instead.
        transaction.on_commit(lambda page=page: keep_card(page), robust=True)
    return takedown
