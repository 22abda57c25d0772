"""Since when a partner belongs to the Coalition, and how it stands in it today."""

from datetime import timedelta

from django.utils import timezone
from django.utils.functional import cached_property

from partners.joined import joined_in_words, joined_in_years
from partners.vocabulary import Status


class Standing:
    """For the partner: what follows from its days of joining and its changes of status."""

    NEW_FOR = timedelta(days=180)

    @cached_property
    def status(self):
        """Today's; in a list it comes along by `with_status()`."""
        entry = type(self).objects.with_status().filter(pk=self.pk)
        return entry.values_list("status", flat=True).get()

    @property
    def status_label(self):
        return Status(self.status).label

    @property
    def is_member(self):
        return self.status == Status.MEMBER

    @property
    def is_new(self):
        return self.joined_latest > timezone.localdate() - self.NEW_FOR

    @property
    def joined(self):
        return joined_in_words(self.joined_earliest, self.joined_latest)

    @property
    def joined_years(self):
        return joined_in_years(self.joined_earliest, self.joined_latest)
