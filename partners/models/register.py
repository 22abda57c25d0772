"""The register: who joined when, and where that is written."""

from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import DraftStateMixin, RevisionMixin
from wagtail.search import index

from partners.forms import PartnerForm
from partners.models.naming import Named
from partners.models.standing import Standing
from partners.public_ids import LONGEST, free, suggested
from partners.querysets import PartnerManager
from partners.vocabulary import Kind, Region


class Partner(Named, Standing, DraftStateMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """A state or organisation in the Coalition: the facts that no language owns."""

    # Given when first saved; others keep it in their data, so nobody edits it.
    public_id = models.SlugField(max_length=LONGEST, unique=True, blank=True, editable=False)
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

    objects = PartnerManager()

    base_form_class = PartnerForm

    panels = [
        FieldRowPanel(["kind", "iso_code", "region"]),
        InlinePanel(
            "names",
            heading=_("Names"),
            label=_("name"),
            help_text=_("Only those that differ from the name Unicode’s CLDR gives the ISO code."),
        ),
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
        "website",
        "flag",
    ]

    search_fields = [
        index.SearchField("searchable_names"),
        index.AutocompleteField("searchable_names"),
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

    @property
    def is_state(self):
        return self.kind == Kind.STATE

    @property
    def website_host(self):
        return (urlsplit(self.website).hostname or "").removeprefix("www.")

    @cached_property
    def approved_schedule(self):
        """Wagtail's own, which would cost a query a row: in a list it comes along."""
        return self.scheduled_revision is not None

    def clean(self):
        super().clean()
        errors = {}
        if self.is_state and not self.iso_code:
            errors["iso_code"] = _("A state needs its ISO code.")
        if self.is_state and not self.region:
            errors["region"] = _("A state needs its region.")
        if self.iso_code and self._others().filter(iso_code=self.iso_code).exists():
            errors["iso_code"] = _("The register has a partner of this code already.")
        days = (self.joined_earliest, self.joined_latest)
        if all(days) and self.joined_latest < self.joined_earliest:
            errors["joined_latest"] = _("This day cannot be before the earliest day.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args, **kwargs):
        if not self.public_id:
            taken = set(self._others().values_list("public_id", flat=True))
            self.public_id = free(suggested(self.iso_code, self.name_in("en")), taken)
        super().save(*args, **kwargs)

    def _others(self):
        return type(self).objects.exclude(pk=self.pk)
