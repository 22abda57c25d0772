"""The register: who joined when, and where that is written."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, Orderable, RevisionMixin
from wagtail.search import index

from partners.names import territory_name
from partners.querysets import PartnerQuerySet


class Region(models.TextChoices):
    AFRICA = "africa", _("Africa")
    AMERICAS = "americas", _("Americas")
    ASIA_PACIFIC = "asia-pacific", _("Asia-Pacific")
    EUROPE = "europe", _("Europe")
    MIDDLE_EAST = "middle-east", _("Middle East")


class Kind(models.TextChoices):
    STATE = "state", _("State")
    ORGANISATION = "organisation", _("Organisation")


class Status(models.TextChoices):
    MEMBER = "member", _("Member")
    SUSPENDED = "suspended", _("Suspended")
    WITHDRAWN = "withdrawn", _("Withdrawn")


class Partner(DraftStateMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """A state or organisation in the Coalition: the facts that no language owns."""

    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.STATE)
    iso_code = models.CharField(
        _("ISO code"),
        max_length=2,
        blank=True,
        validators=[RegexValidator(r"^[A-Z]{2}$", _("Two capital letters, as in “IQ”."))],
        help_text=_("Two letters. States have one; of the organisations only the EU."),
    )
    region = models.CharField(_("region"), max_length=12, choices=Region.choices, blank=True)
    website = models.URLField(_("website"), blank=True)
    flag = models.ForeignKey(
        "media.Picture",
        verbose_name=_("flag"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("Only where the ISO code gives no flag."),
    )
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

    objects = PartnerQuerySet.as_manager()

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("iso_code"), FieldPanel("region")]),
        InlinePanel("names", heading=_("Names"), label=_("name")),
        MultiFieldPanel(
            [FieldRowPanel(["joined_earliest", "joined_latest", "ordinal"]), "source"],
            heading=_("Joining"),
        ),
        InlinePanel("status_changes", heading=_("Changes of status"), label=_("change")),
        FieldPanel("website"),
        FieldPanel("flag"),
    ]

    search_fields = [
        index.SearchField("searchable_names"),
        index.AutocompleteField("searchable_names"),
        index.FilterField("kind"),
        index.FilterField("region"),
        index.FilterField("live"),
    ]

    class Meta:
        ordering = ["iso_code", "pk"]
        verbose_name = _("partner")
        verbose_name_plural = _("partners")
        constraints = [
            models.UniqueConstraint(
                fields=["iso_code"], condition=~Q(iso_code=""), name="one_partner_an_iso_code"
            ),
            models.CheckConstraint(
                condition=Q(joined_earliest__lte=F("joined_latest")),
                name="joined_earliest_is_not_after_latest",
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def name(self):
        """The name in the active language."""
        return self.name_in(get_language() or "en")

    @property
    def searchable_names(self):
        return " ".join(name.name for name in self.names.all()) + f" {self.name} {self.iso_code}"

    @property
    def is_state(self):
        return self.kind == Kind.STATE

    @property
    def joining_day_is_known(self):
        return self.joined_earliest == self.joined_latest

    def name_in(self, language_code):
        """The name written for a language, else CLDR's, else any name there is."""
        names = {name.language_code: name.name for name in self.names.all()}
        return (
            names.get(language_code)
            or territory_name(self.iso_code, language_code)
            or next(iter(names.values()), self.iso_code)
        )

    def clean(self):
        super().clean()
        if self.kind == Kind.STATE and not self.iso_code:
            raise ValidationError({"iso_code": _("A state needs its ISO code.")})
        if not (self.joined_earliest and self.joined_latest):
            return
        if self.joined_earliest > self.joined_latest:
            raise ValidationError(
                {"joined_latest": _("This day cannot be before the earliest day of joining.")}
            )


class PartnerName(Orderable):
    """What a partner is called in one language, where CLDR's name is not the one it uses."""

    partner = ParentalKey(Partner, on_delete=models.CASCADE, related_name="names")
    language_code = models.CharField(
        _("language"), max_length=12, help_text=_("As in the site's addresses: en, fr, ar.")
    )
    name = models.CharField(_("name"), max_length=120)

    panels = [FieldRowPanel(["language_code", "name"])]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["partner", "language_code"], name="one_name_a_language")
        ]

    def __str__(self):
        return self.name


class StatusChange(models.Model):
    """From this day on the partner has this status."""

    partner = ParentalKey(Partner, on_delete=models.CASCADE, related_name="status_changes")
    status = models.CharField(_("status"), max_length=10, choices=Status.choices)
    from_date = models.DateField(_("from"))
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [FieldRowPanel(["status", "from_date"]), "source"]

    class Meta:
        ordering = ["from_date"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "from_date"], name="one_status_a_day")
        ]

    def __str__(self):
        return f"{self.get_status_display()} ({self.from_date})"
