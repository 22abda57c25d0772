"""What a partner does for the Coalition, by line of effort."""

from django.db import models
from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField
from wagtail.models import Orderable

from coalition.about.models import LineOfEffortPage
from coalition.delivery.kept import kept
from coalition.delivery.tags import waiting_for
from coalition.media.models import Picture
from coalition.pages.standing import pages_like
from coalition.pages.ways import look_up_links
from partners.models.register import Partner
from partners.names import alphabetical
from partners.register_tags import done_along


class Contribution(Orderable):
    """What a partner does along one line of effort, in the language of its page."""

    page = ParentalKey(
        "partners.PartnerPage", on_delete=models.CASCADE, related_name="contributions"
    )
    line_of_effort = models.ForeignKey(
        LineOfEffortPage,
        verbose_name=_("line of effort"),
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("In any language; readers see it in theirs."),
    )
    text = RichTextField(_("text"), features=["bold", "italic", "link", "fact"])
    source = models.URLField(
        _("source"), blank=True, help_text=_("Where that is written. Readers see the link.")
    )

    panels = ["line_of_effort", "text", "source"]

    class Meta(Orderable.Meta):
        # The form of a cluster looks for doubles in `unique_together` only.
        unique_together = [("page", "line_of_effort")]
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")

    def __str__(self):
        return str(self.line_of_effort)


def lines_in_language_of(page):
    lines = LineOfEffortPage.objects.readable().in_language_of(page).at_a_glance()
    with waiting_for(pages_like(LineOfEffortPage, page.locale_id)):
        return list(lines.order_by("path"))


def page_about(partner_key, locale_id):
    """The tag of the page about a partner in a language."""
    return f"page-about:{partner_key}:{locale_id}"


def along_line(line):
    """What today's partners do along a line of effort, in its language; A to Z."""
    pages = Contribution._meta.get_field("page").related_model.objects
    members = pages.readable().in_language_of(line).of_members()
    flags = Prefetch("page__partner__flag", Picture.objects.cut_to("flag"))
    contributions = Contribution.objects.filter(
        line_of_effort__translation_key=line.translation_key, page__in=members.values("pk")
    )
    shown = contributions.select_related("page__partner").only(
        *("text", "source"),
        *(f"page__{name}" for name in members.model.at_a_glance),
        *(f"page__partner__{name}" for name in Partner.at_a_glance),
    )
    with waiting_for(done_along(line.translation_key, line.locale_id)):
        found = list(shown.prefetch_related("page__partner__names", flags))
    look_up_links(contribution.text for contribution in found)
    return sorted(found, key=lambda contribution: alphabetical(contribution.page.partner.name))


def by_line_of_effort(page):
    """Triples of a line's number, its page in this page's language, and the contribution to it.

    In the order of the explainer, as far as readers may see the lines.
    """
    with waiting_for(row_by_row=False):
        chosen = list(page.contributions.select_related("line_of_effort"))
    of_line = {each.line_of_effort.translation_key: each for each in chosen}
    if not of_line:
        return []
    look_up_links(contribution.text for contribution in chosen)
    lines = kept(f"lines-of-effort:{page.locale_id}", lambda: lines_in_language_of(page))
    return [
        (number, line, of_line[line.translation_key])
        for number, line in enumerate(lines, start=1)
        if line.translation_key in of_line
    ]
