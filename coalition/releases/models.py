"""A release and its items."""

from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, TranslatableMixin

from coalition.delivery.direction_marks import PlainlyNamed
from coalition.releases.querysets import ReleaseItemQuerySet, ReleaseQuerySet, type_of


class State(models.TextChoices):
    OPEN = "open", _("Open")
    IN_REVIEW = "in-review", _("In review")
    APPROVED = "approved", _("Approved")
    PUBLISHED = "published", _("Published")
    UNDONE = "undone", _("Undone")


class Release(PlainlyNamed):
    """Pages, snippets and register entries that are reviewed, published and undone together.

    What moves a release from one state to the next is in `review` and `publishing`.
    """

    State = State
    WAITING = (State.OPEN, State.IN_REVIEW, State.APPROVED)

    title = models.CharField(_("title"), max_length=200)
    note = models.TextField(
        _("note"),
        blank=True,
        help_text=_("What reviewers should know, and what else is to be done. Never public."),
    )
    creator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("creator"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("approved by"),
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OPEN, editable=False
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)

    objects = ReleaseQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("release")
        verbose_name_plural = _("releases")

    def __str__(self):
        return self.title

    @property
    def note_paragraphs(self):
        """One by one, because each may be in another language."""
        return self.note.replace("\r\n", "\n").split("\n\n")

    @property
    def is_open(self):
        return self.state == State.OPEN

    @property
    def is_waiting(self):
        return self.state in self.WAITING

    @property
    def rows(self):
        """The pages, snippets and register entries themselves, as they are in the database."""
        return [item.row for item in self.items.with_rows() if item.row]

    def may_be_prepared_by(self, user):
        return user == self.creator or user.has_perm("releases.change_release")


class ReleaseItem(PlainlyNamed):
    """One page, snippet or register entry, with the revision of it that is to go live."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="items")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    row = GenericForeignKey("content_type", "object_id", for_concrete_model=False)
    title = models.CharField(max_length=255)
    revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    # Autosave writes into an editor's last revision: its number stays, this moment does not.
    revision_made_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    was_live = models.BooleanField(null=True)
    former = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = ReleaseItemQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("item of a release")
        verbose_name_plural = _("items of releases")
        constraints = [
            models.UniqueConstraint(
                fields=["release", "content_type", "object_id"], name="one_item_a_row_and_release"
            )
        ]

    def __str__(self):
        """Names it for people, who see several languages side by side."""
        words = {"title": self.title, "kind": self.kind, "language": self.language}
        if self.language:
            return gettext("“%(title)s” (%(kind)s, %(language)s)") % words
        return gettext("“%(title)s” (%(kind)s)") % words

    @classmethod
    def of(cls, row):
        """For the latest draft of a row; a row that has none yet is kept as it is."""
        item = cls(content_type=type_of(row), object_id=str(row.pk))
        item.pin(row.latest_revision or row.save_revision())
        return item

    @property
    def kind(self):
        return self.content_type.model_class()._meta.verbose_name

    @property
    def language(self):
        return str(self.row.locale) if isinstance(self.row, TranslatableMixin) else ""

    @property
    def is_there(self):
        return bool(self.row and self.revision)

    @property
    def is_pinned_to_latest(self):
        latest = self.row.latest_revision
        return latest and (latest.pk, latest.created_at) == (
            self.revision_id,
            self.revision_made_at,
        )

    @property
    def was_published_since(self):
        """Whether somebody published or unpublished it after this release did."""
        return not self.row.live or self.row.last_published_at != self.published_at

    def pin(self, revision):
        """From here on this is the revision that goes live."""
        self.revision = revision
        self.revision_made_at = revision.created_at
        self.title = revision.object_str[:255]

    def publish(self, user):
        """Publish the pinned revision, and remember what it replaces."""
        self.was_live = self.row.live
        self.former = (self.row.live_revision or self._kept_as_live()) if self.row.live else None
        self.revision.publish(user=user)
        self.row.refresh_from_db(fields=["last_published_at"])
        self.published_at = self.row.last_published_at
        self.save()

    def take_back(self, user):
        """Publish what was live before, or nothing if nothing was."""
        if self.was_live:
            self.former.publish(user=user)
        else:
            self.row.unpublish(user=user)

    def _kept_as_live(self):
        """A revision of what is live where none was kept, just before the one that replaces it."""
        return Revision.objects.create(
            content_object=self.row,
            base_content_type=self.row.get_base_content_type(),
            content=self.row.serializable_data(),
            object_str=str(self.row),
            created_at=self.revision_made_at - timedelta(microseconds=1),
        )
