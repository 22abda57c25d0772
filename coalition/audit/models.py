"""The log: entries that are added and never changed, and the seals that hold them together."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from coalition.audit.acts import label_of
from coalition.audit.append_only import AppendOnly


class Entry(AppendOnly):
    """One act. People and things are named in words, so that they may be deleted and it stays."""

    at = models.DateTimeField(_("time"), db_index=True)
    act = models.CharField(_("act"), max_length=100)
    user_id = models.BigIntegerField(_("account"), null=True)
    username = models.CharField(_("who"), max_length=150, blank=True)
    kind = models.CharField(_("kind"), max_length=100, blank=True)
    object_id = models.CharField(_("number"), max_length=255, blank=True)
    title = models.CharField(_("what"), max_length=255, blank=True)
    details = models.JSONField(_("details"), default=dict)

    class Meta:
        ordering = ["-pk"]
        default_permissions = ("view",)
        verbose_name = _("entry of the log")
        verbose_name_plural = _("entries of the log")

    def __str__(self):
        return f"{self.act} {self.title}".strip()

    @cached_property
    def label(self):
        return label_of(self.act)

    @property
    def details_in_words(self):
        return ", ".join(f"{name}: {value}" for name, value in self.details.items())


class Seal(AppendOnly):
    """The hash of all entries up to one, and of the seal before: what was sealed cannot change."""

    at = models.DateTimeField(auto_now_add=True)
    through = models.BigIntegerField(unique=True)
    previous = models.CharField(max_length=64, unique=True)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ["pk"]
        default_permissions = ()
        verbose_name = _("seal of the log")
        verbose_name_plural = _("seals of the log")

    def __str__(self):
        return self.hash
