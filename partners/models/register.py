"""The register: who joined when, and where that is written."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldRowPanel
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
    # Of the revision rather than of the partner: each form begins with an empty one.
    change_note = models.CharField(
        _("why this changes"),
        max_length=250,
        blank=True,
        help_text=_("Stands in the history, for your colleagues. Visitors do not see it."),
    )

    objects = PartnerManager()

    base_form_class = PartnerForm

    # What lists and stories show of it, with its names.
    at_a_glance = (
        *("live", "public_id", "kind", "iso_code", "region", "flag"),
        *("joined_earliest", "joined_latest", "ordinal"),
    )

    panels = [
        FieldRowPanel(["kind", "iso_code", "region"]),
        *Named.panels,
        *Standing.panels,
        "website",
        "flag",
        "change_note",
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
            *Standing._meta.constraints,
        ]

    @property
    def is_state(self):
        return self.kind == Kind.STATE

    @cached_property
    def approved_schedule(self):
        """Wagtail's own, which would cost a query a row: in a list it comes along."""
        return self.scheduled_revision is not None

    def clean(self):
        super().clean()
        errors = self.errors_in_days()
        if self.is_state and not self.iso_code:
            errors["iso_code"] = _("A state needs its ISO code.")
        if self.is_state and not self.region:
            errors["region"] = _("A state needs its region.")
        if self.iso_code and self._others().filter(iso_code=self.iso_code).exists():
            errors["iso_code"] = _("The register has a partner of this code already.")
        if errors:
            raise ValidationError(errors)

    def save(self, *args, **kwargs):
        if not self.public_id:
            taken = set(self._others().values_list("public_id", flat=True))
            self.public_id = free(suggested(self.iso_code, self.name_in("en")), taken)
        super().save(*args, **kwargs)

    def _others(self):
        return type(self).objects.exclude(pk=self.pk)
