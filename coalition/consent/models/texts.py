"""The words with which we ask, a row for each language."""

from cookie_consent.models import Cookie, CookieGroup
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import DraftStateMixin, Orderable, PreviewableMixin, RevisionMixin

from coalition.delivery.direction_marks import PlainlyNamed
from coalition.pages.rows import TranslatedRow, one_a_language


class ConsentTexts(
    TranslatedRow, PreviewableMixin, DraftStateMixin, RevisionMixin, ClusterableModel
):
    """The notice and the purposes in one language."""

    title = models.CharField(_("title"), max_length=60)
    text = models.CharField(
        _("text"),
        max_length=240,
        help_text=_("One sentence: what for. Never suggest that silence means yes."),
    )
    accept_label = models.CharField(_("words on “accept”"), max_length=30)
    reject_label = models.CharField(_("words on “reject”"), max_length=30)
    choose_label = models.CharField(_("words on “choose”"), max_length=30)

    panels = [
        "title",
        "text",
        FieldRowPanel(["accept_label", "reject_label", "choose_label"]),
        InlinePanel("purposes", heading=_("Purposes"), label=_("purpose")),
        InlinePanel("cookies", heading=_("Cookies"), label=_("cookie")),
    ]

    class Meta(TranslatedRow.Meta):
        verbose_name = _("consent texts")
        verbose_name_plural = _("consent texts")
        constraints = [one_a_language("one_row_of_consent_texts_a_language")]

    def __str__(self):
        return self.title

    def get_preview_template(self, request, mode_name):
        return "consent/preview.html"


class PurposeTexts(PlainlyNamed, Orderable):
    """What one purpose is called and means, in one language."""

    texts = ParentalKey(ConsentTexts, on_delete=models.CASCADE, related_name="purposes")
    group = models.ForeignKey(
        CookieGroup, verbose_name=_("purpose"), on_delete=models.CASCADE, related_name="+"
    )
    name = models.CharField(_("name"), max_length=60)
    description = models.TextField(_("description"), max_length=400)

    panels = [FieldPanel("group"), "name", "description"]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["texts", "group"], name="one_text_a_purpose")
        ]


class CookieTexts(Orderable):
    """What one cookie is and does, who sets it and how long it stays, in one language."""

    class Kind(models.TextChoices):
        COOKIE = "cookie", _("HTTP cookie")
        STORAGE = "storage", _("The browser’s storage")

    texts = ParentalKey(ConsentTexts, on_delete=models.CASCADE, related_name="cookies")
    cookie = models.ForeignKey(
        Cookie, verbose_name=_("cookie"), on_delete=models.CASCADE, related_name="+"
    )
    kind = models.CharField(_("kind"), max_length=8, choices=Kind.choices, default=Kind.COOKIE)
    provider = models.CharField(_("provider"), max_length=60)
    lifetime = models.CharField(_("lifetime"), max_length=60)
    description = models.CharField(_("description"), max_length=240)

    panels = [
        FieldPanel("cookie"),
        FieldRowPanel(["kind", "provider", "lifetime"]),
        "description",
    ]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(fields=["texts", "cookie"], name="one_text_a_cookie")
        ]
