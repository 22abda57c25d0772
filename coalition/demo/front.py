"""The home pages: what leads, and what the Coalition is in three sentences."""

from datetime import timedelta

from django.utils import timezone

from coalition.demo.builders import home_page, publish_page
from coalition.demo.builders.rows import in_order
from coalition.demo.content import in_languages, read, rich_text
from coalition.home.models import HomeSlot

LEAD = "central-african-republic-joins"
STATEMENT = "one-year-after-baghouz"

# Long enough for whoever tries the demo, short enough to see a lead give way by itself.
DAYS_OF_HONOUR = 30


def arrange_home_pages(stories, owner):
    for language, words in in_languages(read("pages")["home"]).items():
        home = home_page(language)
        home.title = words["title"]
        home.teaser = rich_text(words["teaser"])
        home.introduction = rich_text(words["intro"])
        home.slots = in_order(
            [
                _slot(HomeSlot.Place.LEAD, stories[LEAD][language], owner),
                _slot(HomeSlot.Place.STATEMENT, stories[STATEMENT][language], owner),
            ]
        )
        publish_page(home, by=owner)


def _slot(place, story, owner):
    now = timezone.now()
    return HomeSlot(
        place=place,
        story=story,
        starts_at=now,
        ends_at=now + timedelta(days=DAYS_OF_HONOUR),
        owner=owner,
    )
