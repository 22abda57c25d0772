"""Collections whose documents are not for readers; those below them neither."""

from django.db.models import Q
from wagtail.models import Collection, CollectionViewRestriction

from coalition.delivery.kept import kept


def closed_shelves():
    """The keys of these collections."""
    return kept("closed-shelves", read_closed_shelves)


def read_closed_shelves():
    closed = Q()
    for path in CollectionViewRestriction.objects.values_list("collection__path", flat=True):
        closed |= Q(path__startswith=path)
    return (
        frozenset(Collection.objects.filter(closed).values_list("pk", flat=True))
        if closed
        else frozenset()
    )
