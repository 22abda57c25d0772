"""What stands beside a story: whom and what it is about, as far as readers may see it."""

from django.db.models import QuerySet, Value
from django.utils.functional import cached_property

from coalition.delivery.kept import kept
from coalition.delivery.reading import glance, row
from coalition.delivery.tags import wait_for, waiting_for
from news.subjects import subjects
from partners.models import Partner, PartnerPage
from partners.models.contributions import page_about
from partners.names import alphabetical

RELATIONS = ("topics", "partners", "lines_of_effort")
FIELDS = {"campaigns": "campaign"}


class SideNotes:
    """Asks for everything at once, however many partners and lines a story has."""

    def __init__(self, story):
        self.story = story

    def __bool__(self):
        return any((self.partners, self.topics, self.lines_of_effort, self.campaign))

    @cached_property
    def partners(self):
        """Pairs of a partner and where its page is in the story's language, empty without one."""
        issuing = [row.partner_id for row in self._issuers if row.partner_id]
        chosen = [*self.keys["partners"], *issuing]
        partners = Partner.objects.readable().filter(pk__in=chosen).at_a_glance()
        with waiting_for(*self._tags_of(chosen)):
            partners = sorted(partners, key=lambda partner: alphabetical(partner.name))
        known = addresses_of_partners(self.story) if partners else {}
        return [(partner, known.get(partner.pk, "")) for partner in partners]

    def _tags_of(self, partners):
        """Whether readers may see them yet or not."""
        for key in partners:
            yield glance(Partner, key)
            yield page_about(key, self.story.locale_id)

    @cached_property
    def issuers(self):
        """Pairs as above of those who make a statement; of who is no partner, only a name."""
        if not self._issuers:
            return []
        pairs = {partner.pk: (partner, address) for partner, address in self.partners}
        named = (pairs.get(row.partner_id, (row, "")) for row in self._issuers)
        return [(issuer, address) for issuer, address in named if issuer.name]

    @cached_property
    def topics(self):
        return self._chosen("topics")

    @cached_property
    def lines_of_effort(self):
        return self._chosen("lines_of_effort")

    @cached_property
    def campaign(self):
        return self._known("campaigns", [self.story.campaign_id]).get(self.story.campaign_id)

    @property
    def keys_to_share(self):
        """Of the partners, topics and campaigns by which other stories are related."""
        campaign = [self.story.campaign_id] if self.story.campaign_id else []
        return self.keys["partners"], self.keys["topics"], campaign

    def _chosen(self, relation):
        chosen = self.keys[relation]
        return [one for key, one in self._known(relation, chosen).items() if key in chosen]

    def _known(self, relation, chosen):
        """Of all that there is, this story waits for what it has chosen."""
        model = type(self.story)._meta.get_field(FIELDS.get(relation, relation)).related_model
        wait_for(*(glance(model, key) for key in chosen if key))
        return getattr(subjects(self.story), relation)

    @cached_property
    def _issuers(self):
        return list(self.story.issuers.all()) if self.story.is_statement else []

    @cached_property
    def keys(self):
        """What the story names, by relation; in a preview it is not in the database yet."""
        named = {name: getattr(self.story, name).all() for name in RELATIONS}
        if all(isinstance(rows, QuerySet) for rows in named.values()):
            return stored_keys(self.story)
        return {name: [row.pk for row in rows] for name, rows in named.items()}


def addresses_of_partners(story):
    """Where the pages of partners are, in its language; whoever shows some waits for those."""
    name = f"addresses-of-partners:{story.locale_id}"
    return kept(name, lambda: addresses_now(story), tags=())


def addresses_now(story):
    pages = PartnerPage.objects.readable().in_language_of(story).defer("body")
    return {page.partner_id: page.url for page in pages}


def stored_keys(story):
    """In one query for all relations."""
    stories = type(story).objects.filter(pk=story.pk).order_by()
    first, *others = [stories.values_list(Value(name), name) for name in RELATIONS]
    keys = {name: [] for name in RELATIONS}
    with waiting_for(row(type(story), story.pk)):
        found = list(first.union(*others, all=True))
    for name, key in found:
        # A relation without rows is told of by an empty one.
        keys[name] += [key] if key else []
    return keys
