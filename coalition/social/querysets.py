"""Posts many at a time."""

import re

from django.db import models
from django.db.models import Exists, OuterRef, Q

from coalition.media.querysets import cuts


class SocialPostQuerySet(models.QuerySet):
    def readable(self):
        return self.filter(live=True)

    def for_readers_of(self, language_code):
        """Posts in this language, and those in others that nobody has translated into it."""
        translations = self.model.objects.readable().filter(
            translation_key=OuterRef("translation_key"), locale__language_code=language_code
        )
        in_language = Q(locale__language_code=language_code)
        return self.filter(in_language | ~Exists(translations)).select_related("locale")

    def newest_first(self):
        """A total order: two posts of one moment always stand the same way round."""
        return self.order_by("-posted_at", "-pk")

    def pinned_first(self):
        return self.order_by("-is_pinned", "-posted_at", "-pk")

    def after(self, cursor):
        """What follows a place when pinned posts stand first."""
        same_moment = Q(posted_at=cursor.posted_at, pk__lt=cursor.pk)
        older = Q(Q(posted_at__lt=cursor.posted_at) | same_moment, is_pinned=cursor.is_pinned)
        return self.filter(older | Q(is_pinned=False) if cursor.is_pinned else older)

    def at(self, cursor):
        """The post there, whether it is pinned or not: somebody may read on meanwhile."""
        return self.filter(posted_at=cursor.posted_at, pk=cursor.pk)

    def tagged(self, hashtag):
        """Those that carry this hashtag as a whole, in whichever case."""
        return self.filter(text__iregex=rf"#{re.escape(hashtag)}(?!\w)")

    def of_places(self, places):
        """The rows of these posts, in every language; the one that was kept first comes first."""
        networks = {place.network for place in places}
        ids = {place.native_id for place in places}
        return self.filter(network__in=networks, native_id__in=ids).order_by("pk")

    def with_pictures(self):
        return self.select_related("picture").prefetch_related(cuts("picture", "card"))
