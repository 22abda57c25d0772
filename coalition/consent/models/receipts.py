"""What was answered, and to which words: rows that are added and never changed."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from coalition.audit.append_only import AppendOnly


class ShownText(AppendOnly):
    """All that a version of a purpose said, in every language, under the hash of just that."""

    version = models.CharField(_("version"), max_length=16, primary_key=True)
    purpose = models.CharField(_("purpose"), max_length=32)
    content = models.JSONField(_("content"))
    first_shown = models.DateTimeField(_("first answered"), auto_now_add=True)

    class Meta:
        ordering = ["-first_shown"]
        verbose_name = _("text of a purpose")
        verbose_name_plural = _("texts of purposes")

    def __str__(self):
        return f"{self.purpose} {self.version}"


class Receipt(AppendOnly):
    """One answer of one visitor, who is not named: only they know the receipt's number.

    `hash` covers the row and the hash of the one before, so that none can be altered or left out
    without all later ones telling.
    """

    class Surface(models.TextChoices):
        BAR = "bar", _("The notice")
        PAGE = "page", _("The page on cookies")
        EMBED = "embed", _("A film")

    number = models.CharField(_("number"), max_length=22, unique=True)
    at = models.DateTimeField(_("time"))
    # By purpose: whether it was accepted, and the version of its words.
    choices = models.JSONField(_("choices"))
    versions = models.JSONField(_("versions"))
    language = models.CharField(_("language"), max_length=12)
    surface = models.CharField(_("answered on"), max_length=5, choices=Surface.choices)
    signal = models.CharField(_("signal of the browser"), max_length=3, blank=True)
    previous = models.CharField(max_length=64, unique=True, editable=False)
    hash = models.CharField(max_length=64, unique=True, editable=False)

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")

    def __str__(self):
        return self.number


class Seal(models.Model):
    """The hash at one end of the chain of receipts, signed."""

    is_never_shown = True
    wagtail_reference_index_ignore = True

    end = models.CharField(max_length=9, primary_key=True)
    signed = models.CharField(max_length=150)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.end} {self.signed}"
