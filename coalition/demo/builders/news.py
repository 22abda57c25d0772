"""Stories, their listing and their topics."""

from coalition.demo.builders.rows import in_order, locale
from coalition.demo.builders.tree import build_page, child_of, home_page
from coalition.home.models import HomePage
from coalition.pages.row_translation import follow_row
from news.models import Issuer, NewsIndexPage, StoryPage, Topic

SOME_TEXT = [("text", "<p>Two schools opened their doors this week.</p>")]


def build_news_index(home=None, *, title="News", slug="news", **fields):
    return build_page(NewsIndexPage, home or home_page(), title=title, slug=slug, **fields)


def build_story(
    parent=None, *, title="A story", body=None, date="2020-05-31", issuers=(), **fields
):
    """A story below a news index, or below the index of a home page (English if none is given).

    `issuers` are dicts of their fields.
    """
    parent = parent or home_page()
    if isinstance(parent, HomePage):
        parent = child_of(parent, NewsIndexPage, build_news_index)
    body = SOME_TEXT if body is None else body
    return build_page(
        StoryPage,
        parent,
        title=title,
        body=body,
        date=date,
        issuers=in_order(Issuer(**issuer) for issuer in issuers),
        **fields,
    )


def build_topic(name="Health", *, slug="health", language="en", translation_of=None):
    topic = Topic(name=name, slug=slug, locale=locale(language))
    if translation_of:
        topic.translation_key = translation_of.translation_key
    topic.save()
    topic.save_revision()
    if translation_of:
        follow_row(topic, translation_of)
    return topic
