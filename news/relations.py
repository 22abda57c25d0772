"""Which stories belong beside a story."""

from django.db.models import Case, Count, OuterRef, Subquery, When
from django.db.models.functions import Coalesce

# Of those that share a partner, as many; of those that share a topic, and so on.
MOST_COMPARED = 20


class Relations:
    """What is asked of many stories about one of them."""

    def related_to(self, story):
        """Others by how much they share with this one: partners, topics, the campaign.

        Only the newest that share something are compared, so that it costs the same in an
        archive of any size.
        """
        partners, topics, campaign = story.side_notes.keys_to_share
        about = [
            self.filter(partners__in=partners),
            self.filter(topics__in=topics),
            self.filter(campaign__in=campaign),
        ]
        found = self.in_any_of([stories.newest_first()[:MOST_COMPARED] for stories in about])
        in_common = (
            number_of(self.model.partners.through, partner__in=partners)
            + number_of(self.model.topics.through, topic__in=topics)
            + Case(When(campaign__in=campaign, then=1), default=0)
        )
        return found.order_by(in_common.desc(), "-date", "-pk")

    def leading_to(self, story):
        """The newer ones that may compare this story with others as above.

        Of those that share one thing with it, only the nearest: further on, enough others stand
        in between.
        """
        partners, topics, campaign = story.side_notes.keys_to_share
        newer = self.after(story.place_in_lists)
        about = [
            *(newer.filter(partners=key) for key in partners),
            *(newer.filter(topics=key) for key in topics),
            *(newer.filter(campaign=key) for key in campaign),
        ]
        return self.in_any_of([stories[:MOST_COMPARED] for stories in about])

    def beside(self, story):
        """The nearest newer one and the nearest older one, as far as there are any."""
        place = story.place_in_lists
        return self.in_any_of([self.after(place)[:1], self.before(place)[:1]]).newest_first()


def number_of(relation, **condition):
    """How many of the rows that a story names are of these."""
    named = relation.objects.filter(storypage=OuterRef("pk"), **condition)
    counted = named.order_by().values("storypage").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)
