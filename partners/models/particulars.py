"""What a partner has several of: names, and changes of status."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldRowPanel
from wagtail.models import Orderable

from coalition.delivery.direction_marks import PlainlyNamed
from partners.names import site_languages
from partners.vocabulary import Status


class PartnerName(PlainlyNamed, Orderable):
    """What a partner is called in one language, where CLDR's name is not the one it uses."""

    partner = ParentalKey("partners.Partner", on_delete=models.CASCADE, related_name="names")
    language_code = models.CharField(_("language"), max_length=12, choices=site_languages)
    name = models.CharField(_("name"), max_length=120)

    panels = [FieldRowPanel(["language_code", "name"])]

    class Meta(Orderable.Meta):
        # The form of a cluster looks for doubles in `unique_together` only.
        unique_together = [("partner", "language_code")]

    def __str__(self):
        return self.name


class StatusChange(models.Model):
    """From this day on the partner has this status."""

    partner = ParentalKey(
        "partners.Partner", on_delete=models.CASCADE, related_name="status_changes"
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices)
    from_date = models.DateField(_("from"))
    source = models.CharField(_("source"), max_length=250, blank=True)

    panels = [FieldRowPanel(["status", "from_date"]), "source"]

    class Meta:
        ordering = ["from_date"]
        unique_together = [("partner", "from_date")]

    def __str__(self):
        return f"{self.get_status_display()} ({self.from_date})"
