"""Results that editors put first."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from coalition.delivery.kept import kept
from coalition.pages.folding import fold
from coalition.pages.rows import TranslatedRow


class Promotion(TranslatedRow, models.Model):
    """A page that stands above all others when readers of a language look for these words."""

    are_our_words = False

    words = models.CharField(
        _("searched words"),
        max_length=100,
        help_text=_("What readers type. Accents, capitals and plurals make no difference."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Stands first, as long as readers may see it."),
    )
    folded = models.CharField(max_length=200, editable=False)

    panels = ["words", "page"]

    class Meta(TranslatedRow.Meta):
        ordering = ["words", "pk"]
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")

    def __str__(self):
        return self.words

    def save(self, *args, **kwargs):
        """`folded` follows the words, as search compares them."""
        self.folded = fold(self.words)
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if not fold(self.words):
            raise ValidationError({"words": _("Write at least one word.")})
        if self.page_id and self.page.locale_id != self.locale_id:
            raise ValidationError({"page": _("Choose a page in the language of this row.")})


def promoted_pages(language_code):
    """Keys of the pages that stand first, by the folded words they stand first for."""
    return kept(f"promoted-pages:{language_code}", lambda: _promoted_pages(language_code))


def _promoted_pages(language_code):
    pages = defaultdict(list)
    rows = Promotion.objects.filter(locale__language_code=language_code)
    for folded, page in rows.values_list("folded", "page"):
        pages[folded].append(page)
    return dict(pages)
