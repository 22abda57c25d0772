"""The demo that `seed` plants."""

from collections import Counter
from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Page, ReferenceIndex, get_page_models

from coalition.demo.builders import home_page
from coalition.demo.content import LANGUAGES, read_stories
from coalition.demo.library import CREDIT, Library, draw_all
from coalition.facts.templatetags.facts import prose
from coalition.media.models import Picture
from coalition.media.shapes import SHAPES
from coalition.sitewide.models import Menu
from coalition.social.models import SocialPost
from news.models import StoryPage
from partners.models import Contribution, Partner, PartnerPage
from tests.door import enrol, is_inside, type_password
from tests.integration.conftest import PASSWORD, POSTAGE_STAMP

PAGE_TYPES = [model for model in get_page_models() if model is not Page]

pytestmark = pytest.mark.django_db

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def story(demo):
    """Find a story's page by its key in the demo's content."""
    slugs = {story.key: story.texts["en"]["slug"] for story in read_stories()}
    return lambda key: StoryPage.objects.get(locale__language_code="en", slug=slugs[key])


@each_language
def test_plants_every_story_in_the_languages_it_was_written_in(demo, language):
    written = [story for story in read_stories() if language in story.texts]

    states = Counter(story.state for story in written)

    stories = StoryPage.objects.filter(locale__language_code=language)
    assert stories.count() == len(written) >= 14
    assert stories.readable().count() == states["live"]


def test_shows_nothing_that_some_readers_miss(demo):
    pages = Page.objects.live().exclude(depth=1).specific()

    assert {str(page): page.lacks for page in pages if page.lacks} == {}


@each_language
def test_says_in_which_language_a_fact_sheet_is(demo, language):
    sheets = StoryPage.objects.filter(kind="fact-sheet", locale__language_code=language)

    assert {sheet.document.language for sheet in sheets} == {language}


@each_language
def test_tells_its_film_to_those_who_cannot_see_it(story, language):
    film = story("partners-by-region").video

    told = film.captions.get(locale__language_code=language)

    with told.file.open() as captions:
        assert "82" in captions.read().decode()
    assert "82" in told.transcript


def test_links_the_languages_of_a_story(story):
    languages = story("central-african-republic-joins").language_alternates

    assert sorted(languages) == sorted(LANGUAGES)


@pytest.mark.parametrize("day", [date(2020, 5, 31), None])
def test_counts_82_members(demo, day):
    assert Partner.objects.members(as_of=day).count() == 82


def test_keeps_partners_that_joined_later_as_drafts(demo):
    waiting = Partner.objects.filter(live=False)

    assert {partner.iso_code for partner in waiting} == {"BF", "MR", "SY", "TG"}
    assert not PartnerPage.objects.filter(partner__in=waiting).readable().exists()


@each_language
def test_gives_every_partner_a_page_named_in_its_language(demo, language):
    pages = PartnerPage.objects.filter(locale__language_code=language).select_related("partner")

    assert pages.count() == Partner.objects.count()
    assert all(page.title == page.partner.name_in(language) for page in pages)


@each_language
def test_tells_contributions_in_each_language_and_where_they_are_written(demo, language):
    pages = PartnerPage.objects.filter(locale__language_code=language)
    contributions = Contribution.objects.filter(page__in=pages)

    assert contributions.count() == 10
    assert all(each.line_of_effort.locale.language_code == language for each in contributions)
    assert all(each.source for each in contributions)


@pytest.mark.parametrize(
    ("username", "group"),
    [
        ("editor", "Editors"),
        ("publisher", "Publishers"),
        ("partner-manager", "Partner managers"),
    ],
)
def test_gives_each_demo_user_one_role(demo, username, group):
    user = get_user_model().objects.get(username=username)

    assert [row.name for row in user.groups.all()] == [group]
    assert not user.is_superuser


@pytest.mark.parametrize("username", ["admin", "editor", "publisher", "partner-manager"])
def test_lets_each_demo_user_sign_in(demo, visitor, username):
    type_password(visitor, username, PASSWORD)
    enrol(visitor)

    assert is_inside(visitor)


@pytest.mark.parametrize("key", ["mosul-university-library", "coalition-partners-africa"])
def test_shows_no_draft_and_nothing_scheduled(story, key):
    page = story(key)

    assert not page.live
    assert page not in StoryPage.objects.readable()


def test_schedules_a_story_for_later(story):
    page = story("coalition-partners-africa")

    assert page.scheduled_revision.approved_go_live_at == page.go_live_at
    assert page.status_string == "scheduled"


def test_lists_no_withdrawn_story(story):
    page = story("key-figures-withdrawn")

    assert page.live
    assert "out of date" in page.withdrawal.note
    assert page not in StoryPage.objects.readable()


@each_language
def test_leads_with_the_newest_partner(demo, language):
    home = home_page(language)

    assert [partner.iso_code for partner in home.front.lead.partners.all()] == ["CF"]
    assert home.front.lead.quote
    assert home.front.lead.speaker
    assert home.front.statement.date == date(2020, 3, 23)
    assert len(home.front.latest_stories) == home.front.NUMBER_OF_LATEST_STORIES


@pytest.mark.parametrize(("language", "ordinal"), [("en", "82nd"), ("fr", "82e"), ("ar", "82")])
def test_tells_the_count_of_partners_as_a_fact(demo, language, ordinal):
    lead = home_page(language).front.lead

    with override(language):
        assert ordinal in prose(lead.teaser, lead)

    assert "82" not in lead.teaser


@each_language
def test_explains_the_coalition(demo, language):
    home = home_page(language)

    assert len(home.about.specific.lines_of_effort) == 5
    assert home.about.specific.milestones.count() == 9
    assert home.campaign.hashtag == "ThisGenerationLearns"


@each_language
def test_fills_the_menus(demo, language):
    menus = Menu.objects.filter(live=True, locale__language_code=language)

    header = menus.get(place=Menu.Place.HEADER)

    assert header.items.count() == 5
    assert menus.filter(place=Menu.Place.FOOTER).count() == 4


@pytest.mark.parametrize(("language", "least"), [("en", 5), ("fr", 1), ("ar", 1)])
def test_keeps_posts_in_the_language_they_were_written_in(demo, language, least):
    posts = SocialPost.objects.readable().filter(locale__language_code=language)

    assert posts.count() >= least


def test_says_what_every_picture_shows(demo):
    illustrated = StoryPage.objects.filter(picture__isnull=False)

    assert illustrated.count() >= 3 * 14
    assert not illustrated.filter(picture_alt="").exists()
    assert {page.picture.credit for page in illustrated} == {"Drawn for this site"}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Drawn for this site"),
        ("fr", "Dessin réalisé pour ce site"),
        ("ar", "رسم خاص بهذا الموقع"),
    ],
)
def test_says_in_the_readers_language_that_a_picture_is_drawn(language, words):
    with override(language):
        caption = render_to_string("components/caption.html", {"credit": CREDIT})

    assert words in caption


def test_cuts_pictures_before_a_page_asks(
    django_assert_num_queries, django_capture_on_commit_callbacks
):
    library = Library(draw_all(POSTAGE_STAMP, processes=1))

    with django_capture_on_commit_callbacks(execute=True):
        kept = library.picture("buhriz-masks", "Drawing: a sewing machine")

    picture = Picture.objects.cut_to("card").get(pk=kept.pk)
    with django_assert_num_queries(0):
        picture.get_renditions(*SHAPES["card"].specs)


def test_leaves_the_search_index_right(story):
    page = story("one-year-after-baghouz")

    assert page in list(StoryPage.objects.search("Baghouz", fields=["title"]))


def test_leaves_the_reference_index_right(story):
    page = story("one-year-after-baghouz")

    users = [
        use for use, _ in ReferenceIndex.get_references_to(page.picture).group_by_source_object()
    ]

    assert page.pk in [user.pk for user in users]


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_plants_no_body_that_an_editor_could_not_save(demo, model):
    bodies = [page.body for page in model.objects.all() if hasattr(page, "body")]

    for body in bodies:
        body.stream_block.clean(body)


@pytest.mark.parametrize("model", PAGE_TYPES, ids=lambda model: model.__name__)
def test_opens_every_type_of_page_for_editing(demo, visitor, model):
    visitor.force_login(get_user_model().objects.get(username="publisher"))

    for page in model.objects.order_by("path")[:2]:
        answer = visitor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))

        assert answer.status_code == 200
        assert page.draft_title in answer.content.decode()
