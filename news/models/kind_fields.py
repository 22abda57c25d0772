"""What only some kinds of story have."""

import json

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable

from coalition.delivery.direction_marks import PlainlyNamed
from news.kinds import STATEMENTS, StoryKind


def only_for(*kinds):
    """For a panel: seen while one of these kinds is chosen, and always without scripts.

    The script is Wagtail's own; what is hidden is kept.
    """
    return {
        "data-controller": "w-rules",
        "data-action": "change@document->w-rules#resolve",
        "data-w-rules-target": "show",
        "data-w-rules": json.dumps({"kind": kinds}),
    }


class Issuer(PlainlyNamed, Orderable):
    """One of those in whose name a statement is made."""

    story = ParentalKey("news.StoryPage", on_delete=models.CASCADE, related_name="issuers")
    partner = models.ForeignKey(
        "partners.Partner",
        verbose_name=_("partner"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
    )
    name = models.CharField(
        _("or another name"),
        max_length=160,
        blank=True,
        help_text=_("For those who are no partner, such as the ministers of a group."),
    )

    panels = [FieldRowPanel(["partner", "name"])]

    class Meta(Orderable.Meta):
        verbose_name = _("issuer")
        verbose_name_plural = _("issuers")
        constraints = [
            models.CheckConstraint(
                condition=Q(partner__isnull=False, name="") | Q(~Q(name=""), partner__isnull=True),
                name="an_issuer_is_a_partner_or_a_name",
                violation_error_message=_("Choose a partner or write a name: one of the two."),
            )
        ]


class KindFields(models.Model):
    """Each is shown for its kind alone; of another kind's a story keeps what it had."""

    video = models.ForeignKey(
        "media.Video",
        verbose_name=_("video"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("For videos. It stands on top of the story in the picture's place."),
    )
    document = models.ForeignKey(
        "media.DocumentFile",
        verbose_name=_("document"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("For fact sheets: what readers take away."),
    )
    press_contact = models.CharField(
        _("whom to ask"), max_length=120, blank=True, help_text=_("A name or an office.")
    )
    press_email = models.EmailField(_("e-mail address"), blank=True)
    press_phone = models.CharField(_("telephone"), max_length=40, blank=True)
    embargo_until = models.DateTimeField(
        _("embargoed until"),
        null=True,
        blank=True,
        help_text=_("It cannot go public earlier: published before, it waits for this moment."),
    )

    kind_panels = [
        InlinePanel(
            "issuers",
            heading=_("Issued by"),
            label=_("issuer"),
            help_text=_("For statements: in whose name they are made."),
            attrs=only_for(*STATEMENTS),
        ),
        MultiFieldPanel(
            [FieldRowPanel(["press_contact", "press_email", "press_phone"]), "embargo_until"],
            heading=_("For the press"),
            help_text=_("For press releases: who answers questions, and from when it may be told."),
            attrs=only_for(StoryKind.PRESS_RELEASE),
        ),
        FieldPanel("document", attrs=only_for(StoryKind.FACT_SHEET)),
        FieldPanel("video", attrs=only_for(StoryKind.VIDEO)),
    ]

    class Meta:
        abstract = True

    def clean(self):
        """An embargo is kept by Wagtail's own schedule, which every way to publish obeys."""
        super().clean()
        if self.embargo and (not self.go_live_at or self.go_live_at < self.embargo):
            self.go_live_at = self.embargo

    @property
    def is_statement(self):
        return self.kind in STATEMENTS

    @property
    def embargo(self):
        return self.embargo_until if self.kind == StoryKind.PRESS_RELEASE else None

    @property
    def is_embargoed(self):
        """Seen only in previews and on the proofs that journalists are given."""
        return bool(self.embargo) and self.embargo > timezone.now()

    @property
    def has_press_contact(self):
        words = self.press_contact or self.press_email or self.press_phone
        return self.kind == StoryKind.PRESS_RELEASE and bool(words)

    @property
    def film(self):
        return self.video if self.kind == StoryKind.VIDEO else None

    @property
    def download(self):
        return self.document if self.kind == StoryKind.FACT_SHEET else None
