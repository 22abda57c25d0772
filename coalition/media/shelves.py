"""Collections that are closed to readers, with those below them, and where their pictures lie."""

from django.db.models import Q
from wagtail.models import Collection, CollectionViewRestriction

from coalition.delivery.kept import kept

# Web servers hand out the first; what is asked of the second, Django answers.
OPEN_PICTURES = "images"
CLOSED_PICTURES = "closed_images"


def closed_shelves():
    """The keys of these collections; closing one has pages made anew that show what lies there."""
    return kept("closed-shelves", read_closed_shelves, tags=())


def read_closed_shelves():
    closed = Q()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        closed |= Q(path__startswith=path)
    return (
        frozenset(Collection.objects.filter(closed).values_list("pk", flat=True))
        if closed
        else frozenset()
    )


def folder_of(picture):
    """Where its renditions are laid, by what holds at this moment."""
    is_closed = picture.collection_id in read_closed_shelves()
    return CLOSED_PICTURES if is_closed else OPEN_PICTURES
