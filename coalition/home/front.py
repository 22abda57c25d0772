"""Which stories stand on a home page, and where."""

from django.db.models import TextChoices
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from coalition.delivery.reading import glance, row
from coalition.delivery.tags import wait_for, waiting_for
from coalition.media.models import Picture
from news.models import StoryPage
from news.standing import stories as stories_of


class Place(TextChoices):
    """A place of honour."""

    LEAD = "lead", _("Lead")
    STATEMENT = "statement", _("Statement beside the lead")


class Front:
    """What is chosen has its place; where nothing is chosen, or readable, a rule fills in."""

    NUMBER_OF_LATEST_STORIES = 5
    # What may lead unasked. However new it is, a readout pushes no statement from the top.
    IMPORTANT_KINDS = (StoryPage.Kind.NEWS, *StoryPage.STATEMENT_KINDS)

    def __init__(self, page):
        self.page = page

    @cached_property
    def lead(self):
        """The story that leads: the chosen one, else the newest important one."""
        chosen = self._chosen(Place.LEAD)
        beside = self._chosen(Place.STATEMENT)
        others = [story for story in self._stories if story != beside] or self._stories
        important = [story for story in others if story.kind in self.IMPORTANT_KINDS]
        return shown_whole(chosen or next(iter(important or others), None))

    @cached_property
    def statement(self):
        """The statement beside the lead: the chosen one, else the newest."""
        chosen = self._chosen(Place.STATEMENT)
        if chosen and chosen != self.lead:
            return shown_whole(chosen)
        statements = (story for story in self._stories if story.is_statement)
        return shown_whole(next((story for story in statements if story != self.lead), None))

    @property
    def statement_excerpt(self):
        """Rich text: how the statement begins, in its own words."""
        opening = self.statement.body.first_block_by_name("text")
        return opening.value if opening else self.statement.teaser

    @property
    def latest_stories(self):
        """The newest stories that do not stand on top already."""
        on_top = (self.lead, self.statement)
        stories = [story for story in self._stories if story not in on_top]
        return stories[: self.NUMBER_OF_LATEST_STORIES]

    @cached_property
    def _stories(self):
        """Every story this page may show, newest first, in one query."""
        stories = StoryPage.objects.readable().in_language_of(self.page).newest_first()
        wanted = [
            stories.filter(pk__in=[slot.story_id for slot in self._current_slots]),
            # Two of them may stand on top, as the lead and the statement.
            stories[: self.NUMBER_OF_LATEST_STORIES + 2],
            # The newest of each may stand in the other's place.
            stories.of_kind(*self.IMPORTANT_KINDS)[:2],
            stories.of_kind(*StoryPage.STATEMENT_KINDS)[:2],
        ]
        whole = stories.in_any_of(wanted).newest_first().for_cards("lead", "card").defer(None)
        with waiting_for(*self._tags_of_lists(), row_by_row=False):
            found = list(whole)
        wait_for(*(glance(StoryPage, story.pk) for story in found))
        wait_for(*(glance(Picture, story.picture_id) for story in found))
        return found

    def _tags_of_lists(self):
        """A story that becomes one of another kind stays where it is among all."""
        yield stories_of(self.page.locale_id)
        for kind in self.IMPORTANT_KINDS:
            yield stories_of(self.page.locale_id, kind=kind)

    @cached_property
    def _current_slots(self):
        return [slot for slot in self.page.slots.all() if slot.is_current]

    def _chosen(self, place):
        readable = {story.pk: story for story in self._stories}
        chosen = (slot.story_id for slot in self._current_slots if slot.place == place)
        return next((readable[key] for key in chosen if key in readable), None)


def shown_whole(story):
    """On top stands more of it than on a card."""
    if story:
        wait_for(row(StoryPage, story.pk), row(Picture, story.picture_id))
    return story
