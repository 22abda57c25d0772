"""Since when a partner belongs to the Coalition, and how it stands in it today."""

from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel

from coalition.delivery.kept import kept
from coalition.delivery.reading import row
from coalition.delivery.tags import wait_for
from coalition.facts import moment
from partners.joined import joined_in_words, joined_in_years
from partners.register_tags import as_counted
from partners.vocabulary import Status


class Standing(models.Model):
    """For the partner: its days of joining, its changes of status, and what follows from them."""

    NEW_FOR = timedelta(days=180)

    joined_earliest = models.DateField(
        _("joined, at the earliest"),
        help_text=_("The same day twice when the day is known."),
    )
    joined_latest = models.DateField(
        _("joined, at the latest"),
        help_text=_("The partner counts from this day on."),
    )
    ordinal = models.PositiveSmallIntegerField(
        _("ordinal"),
        null=True,
        blank=True,
        help_text=_("Which partner it was to join, if that was announced: 82 for the 82nd."),
    )
    source = models.TextField(
        _("source"),
        blank=True,
        help_text=_("Where it is written that and when they joined. Not shown to visitors."),
    )

    panels = [
        MultiFieldPanel(
            [FieldRowPanel(["joined_earliest", "joined_latest", "ordinal"]), "source"],
            heading=_("Joining"),
        ),
        InlinePanel(
            "status_changes",
            heading=_("Changes of status"),
            label=_("change"),
            help_text=_("A partner is a member from the day it joined until one of these."),
        ),
    ]

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(joined_earliest__lte=F("joined_latest")),
                name="joined_earliest_is_not_after_latest",
            ),
        ]

    @cached_property
    def status(self):
        """Today's; in a list it comes along by `with_status()`."""
        wait_for(row(type(self), self.pk))
        return statuses(type(self).objects).get(self.pk, Status.MEMBER)

    @property
    def status_label(self):
        return Status(self.status).label

    @property
    def is_member(self):
        return self.status == Status.MEMBER

    @property
    def is_new(self):
        return self.joined_latest > moment.today() - self.NEW_FOR

    @property
    def standing(self):
        """Where it stands in the register, and in which of the numbers it is counted."""
        return as_counted(self)

    @property
    def joined(self):
        return joined_in_words(self.joined_earliest, self.joined_latest)

    @property
    def joined_years(self):
        return joined_in_years(self.joined_earliest, self.joined_latest)

    def errors_in_days(self):
        days = (self.joined_earliest, self.joined_latest)
        if all(days) and self.joined_latest < self.joined_earliest:
            return {"joined_latest": _("This day cannot be before the earliest day.")}
        return {}


def statuses(partners):
    """That of each today, by key; whoever shows some waits for those partners."""
    today = moment.today()
    entries = partners.with_status(today).values_list("pk", "status")
    return kept(f"statuses:{today}", lambda: dict(entries), tags=())
