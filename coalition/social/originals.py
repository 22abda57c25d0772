"""The original of a post: where it stands, whose it is, and since when."""

from urllib.parse import urlsplit

from django.core.validators import URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from coalition.social.addresses import place_of


class HasOriginal(models.Model):
    """Something that was first said elsewhere."""

    account = models.CharField(
        _("account"),
        max_length=120,
        blank=True,
        help_text=_("Whose stream it stood in, without the @. Empty, the address says it."),
    )
    author_name = models.CharField(_("author"), max_length=120)
    author_handle = models.CharField(
        _("author's handle"),
        max_length=120,
        blank=True,
        help_text=_(
            "Without the @. Differs from the account when we repeated somebody's post; empty, "
            "it is the account's."
        ),
    )
    permalink = models.URLField(
        _("address of the original"), validators=[URLValidator(["http", "https"])]
    )
    # Where the address leads, however it is written: what an import knows a post by.
    network = models.CharField(max_length=20, editable=False)
    native_id = models.CharField(max_length=200, editable=False)
    posted_at = models.DateTimeField(_("posted at"))
    is_original_deleted = models.BooleanField(
        _("the original has been deleted"),
        default=False,
        help_text=_("Readers are told so, and no link leads there."),
    )

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        self._find_place()
        super().save(*args, **kwargs)

    def validate_constraints(self, exclude=None):
        """A form has only the address, and a rule that names its parts would be left out."""
        self._find_place()
        super().validate_constraints(exclude=set(exclude or ()) - {"network", "native_id"})

    def _find_place(self):
        self.network, self.native_id, _handle = place_of(self.permalink)

    @property
    def is_repost(self):
        return bool(self.account) and self.author_handle != self.account

    @property
    def site(self):
        """Where the original stands, as people say it: twitter.com."""
        return urlsplit(self.permalink).netloc.removeprefix("www.")
