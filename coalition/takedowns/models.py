"""Addresses behind which nothing is any more, and what was taken down for somebody's safety."""

from http import HTTPStatus

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from coalition.delivery.direction_marks import PlainlyNamed


class GoneAddressQuerySet(models.QuerySet):
    def keep(self, path, thing=""):
        """Remember it; an address that nobody can type is not worth it."""
        if len(path) <= GoneAddress.LONGEST:
            row = GoneAddress(path=path, thing=thing)
            self.bulk_create([row], ignore_conflicts=True)

    def of(self, thing):
        return self.filter(thing=thing)


class TakedownQuerySet(models.QuerySet):
    def of_file(self, hashes):
        """Of the same file, as somebody sent it or as we stored it."""
        return self.filter(models.Q(sent_hash__in=hashes) | models.Q(file_hash__in=hashes))


class Takedown(PlainlyNamed):
    """A picture, document or film that was removed with everything made from it."""

    is_never_shown = True

    title = models.CharField(_("title"), max_length=255)
    kind = models.CharField(_("kind"), max_length=40)
    reason = models.TextField(
        _("reason"),
        help_text=_("For those who ask later. Name nobody whom this is to protect."),
    )
    places = models.JSONField(_("where it stood"), default=list)
    taken_down_at = models.DateTimeField(_("taken down"), auto_now_add=True)
    taken_down_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    # What it is known by: as it came, which no later library alters, and as we made it clean.
    sent_hash = models.CharField(max_length=40, blank=True, editable=False, db_index=True)
    file_hash = models.CharField(max_length=40, blank=True, editable=False, db_index=True)
    may_return = models.BooleanField(default=False, editable=False)

    objects = TakedownQuerySet.as_manager()

    class Meta:
        ordering = ["-taken_down_at"]
        default_permissions = ["add", "view"]
        verbose_name = _("takedown")
        verbose_name_plural = _("takedowns")

    def __str__(self):
        return self.title

    @property
    def occasion(self):
        """By which the caches in front of us know what they were told because of it."""
        return f"{self._meta.label_lower}:{self.pk}"

    @property
    def is_kept_out(self):
        """Not what was taken down before anybody noted what it is known by."""
        return bool(self.sent_hash or self.file_hash) and not self.may_return

    @property
    def is_proven(self):
        """Whether every address that it ever had says so itself."""
        addresses = self.addresses.all()
        return bool(addresses) and all(address.is_gone for address in addresses)

    @property
    def proof(self):
        return _("Gone") if self.is_proven else _("Not proven to be gone")


class GoneAddress(models.Model):
    """An address that readers were given once. It answers 410 where nothing else answers."""

    # What an index of PostgreSQL holds, in any script.
    LONGEST = 600

    is_never_shown = True

    path = models.CharField(max_length=LONGEST, unique=True)
    # "media.picture:12", for what has many addresses.
    thing = models.CharField(max_length=60, blank=True, db_index=True)
    takedown = models.ForeignKey(
        Takedown, null=True, on_delete=models.PROTECT, related_name="addresses"
    )
    checked_at = models.DateTimeField(null=True)
    status = models.PositiveSmallIntegerField(null=True)
    has_file = models.BooleanField(default=False)

    objects = GoneAddressQuerySet.as_manager()

    class Meta:
        ordering = ["path"]
        default_permissions = []

    def __str__(self):
        return self.path

    @property
    def is_gone(self):
        return self.status == HTTPStatus.GONE and not self.has_file
