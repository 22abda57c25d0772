"""What stories of each kind have of their own, and what they cannot go public without."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from coalition.demo.builders import (
    build_admin,
    build_document,
    build_news_index,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_story,
    home_page,
)
from coalition.releases.contents import add
from coalition.releases.models import Release
from coalition.releases.problems import problems_of
from news.models import Issuer, StoryPage
from tests.integration.test_blocks import build_video
from tests.reading import links, main_text, parsed, texts

pytestmark = pytest.mark.django_db

MADE_BY_TWO = [{"name": "Ministers of the Small Group"}, {"name": "The host"}]


def test_a_statement_says_who_made_it(visitor):
    page = build_partner_page(build_partner_index(home_page()), partner=build_partner("IT"))
    issuers = [{"partner": page.partner}, {"name": "Ministers of the Small Group"}]
    story = build_story(kind="joint-statement", issuers=issuers)

    response = visitor.get(story.url)

    assert texts(response, ".issuers li") == ["Italy", "Ministers of the Small Group"]
    assert links(response, ".issuers a") == {"Italy": page.url}


def test_a_statement_is_silent_about_an_issuer_that_is_not_public(visitor):
    issuers = [{"partner": build_partner("TD", live=False)}, {"name": "The host"}]

    response = visitor.get(build_story(kind="joint-statement", issuers=issuers).url)

    assert texts(response, ".issuers li") == ["The host"]


def test_shows_nothing_that_belongs_to_another_kind(visitor):
    story = build_story(
        issuers=MADE_BY_TWO,
        video=build_video(),
        document=build_document(),
        press_contact="The press office",
    )

    page = parsed(visitor.get(story.url))

    assert not page.select(".issuers, video, .document, .press-contact")


def test_a_fact_sheet_can_be_taken_away(visitor):
    story = build_story(kind="fact-sheet", document=build_document("Five needs"))

    response = visitor.get(story.url)

    assert links(response, ".document a") == {"Five needs": story.document.url}


def test_a_press_release_says_whom_to_ask(visitor):
    story = build_story(
        kind="press-release",
        press_contact="The press office",
        press_email="press@coalition.example",
        press_phone="+1 202 555 0100",
    )

    response = visitor.get(story.url)

    assert links(response, ".press-contact a") == {
        "press@coalition.example": "mailto:press@coalition.example",
        "+1 202 555 0100": "tel:+12025550100",
    }


def test_a_video_stands_in_the_pictures_place(visitor):
    story = build_story(kind="video", video=build_video())

    assert parsed(visitor.get(story.url)).select_one(".story__lead video")["controls"] == ""


def test_a_transcript_says_in_which_language_it_is(visitor):
    story = build_story(home_page("fr"), kind="video", video=build_video())

    transcript = parsed(visitor.get(story.url)).select_one(".video details")

    assert transcript.summary.bdi.string == "English"
    assert transcript.div["lang"] == "en"


@pytest.mark.parametrize("go_live_at", [None, datetime(2020, 1, 1, tzinfo=UTC)])
def test_an_embargo_is_waited_for_whoever_publishes(visitor, go_live_at):
    embargo = timezone.now() + timedelta(hours=1)

    story = build_story(kind="press-release", embargo_until=embargo, go_live_at=go_live_at)

    assert visitor.get(story.url).status_code == 404
    assert story.go_live_at == embargo
    assert story.scheduled_revision


def test_a_story_that_waits_longer_than_its_embargo_keeps_its_own_hour():
    later = timezone.now() + timedelta(hours=2)
    embargo = later - timedelta(hours=1)

    story = build_story(kind="press-release", embargo_until=embargo, go_live_at=later)

    assert story.go_live_at == later


def test_a_proof_says_until_when_it_is_embargoed():
    embargo = datetime(2100, 5, 31, 10, tzinfo=UTC)
    story = build_story(kind="press-release", embargo_until=embargo, live=False)

    response = story.make_preview_request()

    assert "Embargoed until 31 May 2100, 10:00 UTC" in main_text(response)


def test_says_nothing_of_an_embargo_that_is_over(visitor):
    story = build_story(kind="press-release", embargo_until=datetime(2020, 5, 1, 10, tzinfo=UTC))

    assert "Embargo" not in main_text(visitor.get(story.url))


def test_an_issuer_is_a_partner_or_a_name():
    with pytest.raises(ValidationError, match="one of the two"):
        Issuer(partner=build_partner("IT"), name="Italy").full_clean(exclude=["story"])
    with pytest.raises(ValidationError, match="one of the two"):
        Issuer().full_clean(exclude=["story"])


@pytest.mark.parametrize("kind", ["joint-statement", "fact-sheet", "video"])
def test_a_release_says_what_a_story_in_it_lacks(kind):
    story = build_story(title="Not whole", kind=kind, issuers=MADE_BY_TWO[:1], live=False)
    release = Release.objects.create(title="Together", creator=build_admin())
    add(release, story, release.creator)

    problems = problems_of(release)

    assert len(problems) == 1
    assert "Not whole" in problems[0]


# --- In the editor -------------------------------------------------------------------------------


@pytest.fixture
def index():
    return build_news_index()


def written(client, index, *, publish=True, issuers=(), **fields):
    """What the back office answers to a story, and the story if it was kept."""
    client.force_login(build_admin())
    nothing = {name: inline_formset([]) for name in ("corrections", "withdrawals", "comments")}
    form = nested_form_data(
        {
            "title": "A story",
            "slug": "a-story",
            "kind": "news",
            "date": "2020-05-31",
            "teaser": rich_text("<p>Read on.</p>"),
            "body": streamfield([("heading", "What happened")]),
            "issuers": inline_formset(issuers),
            **nothing,
            **fields,
        }
    )
    if publish:
        form["action-publish"] = "1"
    response = client.post(f"/admin/pages/add/news/storypage/{index.pk}/", form)
    return response, StoryPage.objects.filter(slug="a-story").first()


@pytest.mark.parametrize(
    ("kind", "complaint"),
    [
        ("statement", "Say under “Issued by” whose statement this is."),
        ("joint-statement", "A joint statement is made by two or more"),
        ("fact-sheet", "A fact sheet needs the document that readers download."),
        ("video", "Choose the video that this story shows."),
    ],
)
def test_editors_are_told_what_a_kind_lacks(client, index, kind, complaint):
    response, story = written(client, index, kind=kind)

    assert complaint in response.content.decode()
    assert story is None


def test_a_draft_may_still_lack_it(client, index):
    _response, story = written(client, index, kind="fact-sheet", publish=False)

    assert story.kind == "fact-sheet"


def test_a_joint_statement_with_two_issuers_is_published(client, index):
    issuers = [{"partner": "", **issuer} for issuer in MADE_BY_TWO]

    _response, story = written(client, index, kind="joint-statement", issuers=issuers)

    assert story.live
    assert [issuer.name for issuer in story.issuers.all()] == [row["name"] for row in MADE_BY_TWO]


def test_a_listing_title_is_never_cut(client, index):
    response, story = written(client, index, listing_title="x" * 91)

    assert "x" * 91 in response.content.decode()
    assert "it has 91" in response.content.decode()
    assert story is None
