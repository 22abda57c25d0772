"""A page that was edited lends itself as it was before; one that showed what is gone never does."""

import pytest
from wagtail.models import Page, PageViewRestriction

from coalition.delivery.reading import row
from coalition.delivery.store.address import Address
from coalition.delivery.tags import digest
from coalition.demo.builders import (
    build_document,
    build_picture,
    build_story,
    build_topic,
    home_page,
    publish_page,
    withdraw,
)
from coalition.home.models import HomeSlot
from coalition.pages.models import Correction
from tests.edited_site import FACT, change, fresh
from tests.edits import A_DAY
from tests.told_front import tags_asked

pytestmark = pytest.mark.django_db

A_DAY_TO_COME = A_DAY.replace(year=2100)
CORRECTIONS = ("<p>One.</p>", "<p>Two.</p>")


@pytest.fixture
def story(front, done):
    """A story without a picture, so that it has a card; it leads the front page."""
    picture = build_picture()
    picture.tags.add("looms")
    body = [
        ("text", FACT),
        ("document", {"document": build_document()}),
        ("figure", {"image": picture, "is_decorative": True}),
    ]
    story = done(
        lambda: build_story(
            title="First words",
            body=body,
            topics=[build_topic()],
            corrections=[Correction(text=text) for text in CORRECTIONS],
        )
    )
    done(lambda: lead_with(story))
    return story


def lead_with(*stories):
    home = home_page()
    home.slots = [HomeSlot(story=s, starts_at=A_DAY, ends_at=A_DAY_TO_COME) for s in stories]
    publish_page(home)


def take_tags_off(story):
    """Of the picture in its text."""
    picture = story.body[2].value["image"]
    picture.tags.clear()
    picture.save()


EDITS = {
    "its title": lambda s: publish_page(change(s, title="Others")),
    "one of two corrections": lambda s: publish_page(
        change(s, corrections=list(s.corrections.all())[:1])
    ),
    "a number that it quotes": lambda s: publish_page(change(s, body=[("text", "<p>A.</p>")])),
    "tags of a picture in it": take_tags_off,
    "its topics": lambda s: publish_page(change(s, topics=[])),
    "its place of honour": lambda s: lead_with(),
}
TAKEN_AWAY = {
    "the story": lambda s: fresh(s).delete(),
    "for now": lambda s: fresh(s).unpublish(),
    "with a note": lambda s: withdraw(fresh(s)),
    "from strangers": lambda s: PageViewRestriction.objects.create(
        page=s, restriction_type=PageViewRestriction.LOGIN
    ),
    "a document": lambda s: s.body[1].value["document"].delete(),
    "a picture": lambda s: s.body[2].value["image"].delete(),
    "a topic": lambda s: s.topics.get().delete(),
}


@pytest.fixture
def after(get, store, front, done, story):
    """Do it; whether the page before is lent, and what caches in front forget for good."""

    def seen(act, page):
        address = Address("testserver", page.url)
        get(page.url)
        front.asked.clear()
        done(lambda: act(story))
        assert store.find(address) is None
        return store.find_stale(address) is not None, tags_asked(front, "xkey-purge")

    return seen


@pytest.mark.parametrize("name", EDITS)
def test_what_was_edited_lends_the_page_before(after, story, name):
    page = home_page() if name == "its place of honour" else story

    is_lent, gone_for_good = after(EDITS[name], page)

    assert is_lent
    assert digest(row(Page, page.pk)) not in gone_for_good


@pytest.mark.parametrize("name", TAKEN_AWAY)
def test_what_showed_something_that_is_gone_is_never_lent(after, story, name):
    is_lent, gone_for_good = after(TAKEN_AWAY[name], story)

    assert not is_lent
    assert gone_for_good
