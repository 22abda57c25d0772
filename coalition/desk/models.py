"""The words in which the newsroom announces a new partner."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import RevisionMixin

from coalition.desk.links.found_link import FoundLink
from coalition.pages.blocks.text import PROSE_FEATURES
from coalition.pages.rows import TranslatedRow, one_a_language

__all__ = ["AnnouncementTemplate", "FoundLink"]

PARTNER = "{partner}"
PLACEHOLDER = re.compile(r"\{[^{}]*\}")


class AnnouncementTemplate(TranslatedRow, RevisionMixin, models.Model):
    """The announcement of any new partner in one language; `{partner}` stands for its name.

    Names come without an article, in their dictionary form: sentences have to read well with
    “Chad” as with “United States”. Numbers are facts, told as of the day of joining.
    """

    title = models.CharField(
        _("title"),
        max_length=120,
        help_text=_("Write {partner} where the name goes; sentences must suit any name."),
    )
    listing_title = models.CharField(
        _("title in lists"),
        max_length=80,
        blank=True,
        help_text=_("A shorter title for lists and cards. Empty, the title itself is shown."),
    )
    teaser = RichTextField(
        _("teaser"),
        features=["fact"],
        help_text=_("Insert the ordinal as a fact: nobody types it."),
    )
    body = RichTextField(_("body"), features=PROSE_FEATURES)
    social_text = RichTextField(
        _("text for social media"),
        blank=True,
        features=["fact"],
        help_text=_("To be posted by hand once the partner is public."),
    )

    panels = ["title", "listing_title", "teaser", "body", "social_text"]

    class Meta(TranslatedRow.Meta):
        ordering = ["locale"]
        verbose_name = _("announcement of a partner")
        verbose_name_plural = _("announcements of partners")
        constraints = [one_a_language("one_announcement_a_language")]
        permissions = [("use_announcementtemplate", "Can announce a partner that joins")]

    def __str__(self):
        return self.title

    def clean(self):
        super().clean()
        errors = {}
        for name in self.panels:
            unknown = set(PLACEHOLDER.findall(getattr(self, name))) - {PARTNER}
            if unknown:
                words = {"unknown": ", ".join(sorted(unknown)), "known": PARTNER}
                errors[name] = _("%(unknown)s stands for nothing; write %(known)s.") % words
        if errors:
            raise ValidationError(errors)


def with_name(words, name):
    return words.replace(PARTNER, name)


def prose_with_name(html, name):
    return html.replace(PARTNER, escape(name))
