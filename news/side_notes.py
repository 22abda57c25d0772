"""What stands beside a story: whom and what it is about, as far as readers may see it."""

from django.db.models import QuerySet
from django.utils.functional import cached_property

from coalition.about.models import LineOfEffortPage
from coalition.campaigns.models import CampaignPage
from partners.models import Partner, PartnerPage
from partners.names import alphabetical


class SideNotes:
    """Asks for everything at once, however many partners and lines a story has."""

    def __init__(self, story):
        self.story = story

    def __bool__(self):
        return any((self.partners, self.topics, self.lines_of_effort, self.campaign))

    @cached_property
    def partners(self):
        """Pairs of a partner and its page in the story's language, None where it has none."""
        partners = Partner.objects.readable().filter(pk__in=keys(self.story.partners.all()))
        partners = sorted(partners.with_flags(), key=lambda partner: alphabetical(partner.name))
        pages = self._readable(PartnerPage).filter(partner__in=partners)
        page_of = {page.partner_id: page for page in pages}
        return [(partner, page_of.get(partner.pk)) for partner in partners]

    @cached_property
    def topics(self):
        return list(self.story.topics.all())

    @cached_property
    def lines_of_effort(self):
        lines = self._readable(LineOfEffortPage).order_by("path")
        return list(lines.filter(pk__in=keys(self.story.lines_of_effort.all())))

    @cached_property
    def campaign(self):
        chosen = self.story.campaign_id
        return self._readable(CampaignPage).filter(pk=chosen).first() if chosen else None

    def _readable(self, model):
        return model.objects.readable().in_language_of(self.story)


def keys(rows):
    """As a query inside another; in a preview the choices are not in the database yet."""
    return rows.values("pk") if isinstance(rows, QuerySet) else [row.pk for row in rows]
