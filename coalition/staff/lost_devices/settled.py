"""Whether accounts are as they have been for a while.

Whoever makes an account, promotes one, or writes another address into one can be two
administrators at once, or have somebody else's letters: that counts only when others have had
the time to notice.
"""

from datetime import timedelta

from coalition.audit.models import Entry

LONG_ENOUGH = timedelta(days=7)
UNSETTLING = {"created", "email", "is_superuser"}


def are_settled(people, moment):
    """Whether nothing that unsettles befell any of them in the week before `moment`, or since."""
    changes = Entry.objects.filter(
        act="account-changed",
        kind__in={person._meta.label_lower for person in people},
        object_id__in=[str(person.pk) for person in people],
        at__gt=moment - LONG_ENOUGH,
    )
    return all(UNSETTLING.isdisjoint(entry.details["changed"].split(", ")) for entry in changes)
