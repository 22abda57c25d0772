"""Where facts are quoted."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.permissions import policy_registry

from coalition.facts.registry import UnknownFact, find


class FactUseQuerySet(models.QuerySet):
    def of_row(self, row):
        return self.filter(content_type=content_type_of(row), object_id=row.pk)

    def public(self):
        """What readers may see: it changes with the fact."""
        return self.filter(times_live__gt=0)

    def editable_by(self, user):
        """Those in pages and rows that this person may edit."""
        is_editable = Q(pk__in=[])
        for content_type in ContentType.objects.filter(pk__in=self.values("content_type")):
            policy = policy_registry.get_by_type(content_type.model_class())
            rows = policy.instances_user_has_permission_for(user, "change")
            is_editable |= Q(content_type=content_type, object_id__in=rows.values("pk"))
        return self.filter(is_editable)

    def with_rows(self):
        return self.order_by("fact", "content_type", "object_id").prefetch_related("row")


class FactUse(models.Model):
    """A fact that a row quotes, in what is published or in its latest draft.

    A row here for each is what makes the list of uses, and the purge of all pages that quote a
    changed fact, cost the same at a hundred stories and at a hundred thousand. Wagtail's
    reference index cannot hold it: a fact is no row one could refer to, and the index knows
    nothing of drafts. So `noting` keeps it, whenever a draft is saved or something published.
    """

    is_never_shown = True

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    row = GenericForeignKey(for_concrete_model=False)
    fact = models.CharField(_("fact"), max_length=60)
    times_live = models.PositiveSmallIntegerField(_("times on the site"), default=0)
    times_in_draft = models.PositiveSmallIntegerField(_("times in the latest draft"), default=0)

    objects = FactUseQuerySet.as_manager()

    class Meta:
        verbose_name = _("use of a fact")
        verbose_name_plural = _("uses of facts")
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "fact"], name="one_use_a_row_and_fact"
            )
        ]

    def __str__(self):
        return f"{self.fact}: {self.row}"

    @property
    def type(self):
        return capfirst(self.row._meta.verbose_name)

    @property
    def label(self):
        try:
            return find(self.fact).label
        except UnknownFact:
            return self.fact


def content_type_of(row):
    """The row's own type, a story's rather than a page's."""
    return ContentType.objects.get_for_model(row, for_concrete_model=False)
