"""Stories many at a time."""

from django.db.models import OuterRef, Q, Subquery

from coalition.media.querysets import all_to_play, at_a_glance, cuts
from coalition.pages.querysets import ReadableQuerySet
from news.relations import Relations


class StoryQuerySet(Relations, ReadableQuerySet):
    def newest_first(self):
        """A total order: two stories of one day always stand the same way round.

        By the key as the index has it: by `pk` Django means that of the page above it.
        """
        return self.order_by("-date", "-page_ptr_id")

    def before(self, place):
        """Those that follow a place where the newest stand first."""
        same_day = Q(date=place.day, pk__gte=place.pk)
        return self.filter(~same_day, date__lte=place.day).newest_first()

    def after(self, place):
        """Those that stand before a place, the nearest one first."""
        same_day = Q(date=place.day, pk__lte=place.pk)
        return self.filter(~same_day, date__gte=place.day).order_by("date", "page_ptr_id")

    def of_kind(self, *kinds):
        return self.filter(kind__in=kinds)

    def of_year(self, year):
        return self.filter(date__year=year)

    def to_review(self, day):
        """Those that readers have and somebody wanted to look at again by this day."""
        return self.live().filter(review_by__lte=day)

    def on_topic(self, topic):
        return self.filter(topics=topic)

    def in_any_of(self, selections):
        """What stands in one of these short selections of ours: each finds its way to its rows."""
        # Within a union SQLite takes no limit, but within a query within a union it does.
        stories = self.model.objects.order_by()
        keys = [stories.filter(pk__in=chosen.values("pk")).values("pk") for chosen in selections]
        return stories.filter(pk__in=stories.none().values("pk").union(*keys, all=True))

    def about_partner(self, partner):
        return self.filter(partners=partner)

    def along_line(self, line_of_effort):
        return self.filter(lines_of_effort=line_of_effort)

    def in_campaign(self, campaign):
        return self.filter(campaign=campaign)

    def keys_of_partners(self):
        """Of those that they tell of. Of each, whichever story is found first is enough.

        Asked whether any `Exists`, PostgreSQL might read them all at once instead.
        """
        partners = self.model.partners.rel.model.objects
        first = self.filter(partners=OuterRef("pk")).order_by().values("pk")[:1]
        told_of = partners.alias(story=Subquery(first)).filter(story__isnull=False)
        return list(told_of.values_list("pk", flat=True))

    def years(self):
        """In which there are any, newest first; again without reading all.

        A question for each: there are more of them by one a year, however much is published.
        """
        rest = days = self.newest_first().values_list("date", flat=True)
        while newest := rest.first():
            yield newest.year
            rest = days.filter(date__lt=newest.replace(month=1, day=1))

    def whole(self):
        """With what only some kinds show: a film, a document."""
        stories = super().whole().select_related("video__poster", "document")
        return stories.prefetch_related(*all_to_play("video"))

    def for_cards(self, *shapes):
        """With all that a card shows, in a number of queries that does not grow."""
        rows = self.select_related("locale", "picture")
        rows = rows.only(*self.model.at_a_glance, *at_a_glance("picture"))
        return rows.prefetch_related(cuts("picture", *(shapes or ["card"])))
