"""Stories many at a time."""

from coalition.media.querysets import cuts
from coalition.pages.querysets import ReadableQuerySet


class StoryQuerySet(ReadableQuerySet):
    def newest_first(self):
        """A total order: two stories of one day always stand the same way round."""
        return self.order_by("-date", "-pk")

    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)

    def of_year(self, year):
        return self.filter(date__year=year)

    def on_topic(self, topic):
        return self.filter(topics=topic)

    def related_to(self, story):
        """Others that share a topic with this one."""
        topics = story.side_notes.topics
        return self.filter(pk__in=self.filter(topics__in=topics).values("pk")).exclude(pk=story.pk)

    def about_partner(self, partner):
        return self.filter(partners=partner)

    def along_line(self, line_of_effort):
        return self.filter(lines_of_effort=line_of_effort)

    def in_campaign(self, campaign):
        return self.filter(campaign=campaign)

    def for_cards(self, *shapes):
        """With all that a card shows, in a number of queries that does not grow."""
        rows = self.select_related("locale", "picture")
        return rows.prefetch_related(cuts("picture", *(shapes or ["card"])))
