"""What stories can be about."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import RevisionMixin
from wagtail.search import index

from coalition.pages.rows import TranslatedRow
from news.standing import what_filters_offer


class Topic(TranslatedRow, RevisionMixin, index.Indexed, models.Model):
    """A subject that stories share, named in one language."""

    name = models.CharField(_("name"), max_length=60)
    slug = models.SlugField(
        _("slug"), max_length=60, help_text=_("Stands in addresses; the same in every language.")
    )

    at_a_glance = panels = ["name", "slug"]

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta(TranslatedRow.Meta):
        ordering = ["name"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")
        constraints = [
            models.UniqueConstraint(
                fields=["locale", "slug"],
                name="one_topic_a_slug_and_language",
                violation_error_message=_("This language has a topic of this slug already."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def standing(self):
        """Among the filters of its language, as it is called there."""
        return {what_filters_offer(self.locale_id): (self.name, self.slug)}
