"""What is written once and never changed: rows that nobody edits."""

from django.db import models


class AppendOnlyQuerySet(models.QuerySet):
    """Nobody alters or deletes many at once either."""

    def update(self, **values):
        raise TypeError("They were written once and stay as they are.")

    def delete(self):
        raise TypeError("They stay until their time is over.")

    def forget(self):
        """Take away those whose time is over; how many there were."""
        return self._raw_delete(self.db)


class AppendOnly(models.Model):
    """A row that nobody edits; those too old are taken away together."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("It was written once and stays as it is.")
        super().save(*args, force_insert=True, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("It stays until its time is over.")
