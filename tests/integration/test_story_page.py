"""A story as readers find it: whole, corrected, withdrawn, or not there yet."""

from datetime import date

import pytest

from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_news_index,
    build_partner,
    build_partner_index,
    build_partner_page,
    build_picture,
    build_story,
    build_topic,
    home_page,
    publish_page,
    withdraw,
)
from coalition.pages.models import Correction
from news.models import StoryPage
from tests.reading import links, main_text, parsed, texts

pytestmark = pytest.mark.django_db

FACT = '<p>The <embed embedtype="fact" name="partners" form="ordinal"/> partner.</p>'


def test_tells_what_it_is_and_of_which_day_and_place(visitor):
    story = build_story(kind="readout", title="They met", date="2020-06-04", place="Rome")

    response = visitor.get(story.url)

    assert texts(response, "h1") == ["They met"]
    assert texts(response, ".story__meta") == ["Readout 4 June 2020 Rome"]


def test_tells_facts_as_of_its_day(visitor):
    build_partner("IQ", joined="2014-09-10")
    build_partner("CF", joined="2020-05-31")
    build_partner("XK", joined="2021-01-01")
    story = build_story(date="2020-05-31", teaser=FACT, body=[("text", FACT)])

    assert main_text(visitor.get(story.url)).count("The 2nd partner.") == 2


def test_shows_its_picture_first_with_words_and_credit(visitor):
    picture = build_picture(credit="Somebody’s drawing")
    story = build_story(picture=picture, picture_alt="A gate", picture_caption="The gate today.")

    page = parsed(visitor.get(story.url))

    image = page.select_one(".story__lead img")
    assert image["alt"] == "A gate"
    assert "loading" not in image.attrs
    assert "The gate today. Somebody’s drawing" in main_text(visitor.get(story.url))


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_draft_is_not_there(visitor, language):
    story = build_story(home_page(language), live=False)

    assert visitor.get(story.url).status_code == 404


def test_says_on_top_what_was_corrected_and_when(visitor):
    story = build_story()
    story.corrections = [Correction(date=date(2020, 6, 2), text="<p>It is 200, not 300.</p>")]
    publish_page(story)

    assert texts(visitor.get(story.url), ".notice") == [
        "Correction, 2 June 2020 It is 200, not 300."
    ]


def test_withdrawn_it_shows_the_note_and_nothing_else(visitor):
    story = build_story(
        title="The title stays",
        teaser="<p>A teaser gone.</p>",
        body=[("text", "<p>A body gone.</p>")],
        picture=build_picture(),
    )
    withdraw(story, note="<p>Its numbers were wrong.</p>", date=date(2020, 6, 2))

    response = visitor.get(story.url)

    assert response.status_code == 200
    assert main_text(response) == (
        "Home News News 31 May 2020 The title stays Withdrawn on 2 June 2020"
        " Its numbers were wrong."
    )
    assert "gone" not in response.content.decode()
    assert parsed(response).select_one('meta[name="robots"]')["content"] == "noindex"


def test_leads_to_all_it_is_about_in_its_own_language(visitor):
    english, french = home_page("en"), home_page("fr")
    iraq = build_partner("IQ")
    for home in (english, french):
        build_partner_page(build_partner_index(home), partner=iraq)
    line = build_line_of_effort(build_about_page(english), title="Stabilisation")
    campaign = build_campaign(english, title="This Generation Learns")
    story = build_story(
        partners=[iraq], topics=[build_topic()], lines_of_effort=[line], campaign=campaign
    )

    assert links(visitor.get(story.url), "aside a") == {
        "Iraq": "/en/partners/iraq/",
        "Health": "/en/news/?topic=health",
        "Stabilisation": line.url,
        "This Generation Learns": campaign.url,
    }


def test_names_a_partner_that_has_no_page_yet(visitor):
    story = build_story(partners=[build_partner("TD")])

    response = visitor.get(story.url)

    assert texts(response, "aside li") == ["Chad"]
    assert links(response, "aside a") == {}


def test_is_silent_about_what_readers_may_not_see(visitor):
    draft_line = build_line_of_effort(title="Not public", live=False)
    draft_campaign = build_campaign(title="Not public either", live=False)
    story = build_story(
        partners=[build_partner("TD", live=False)],
        lines_of_effort=[draft_line],
        campaign=draft_campaign,
    )

    response = visitor.get(story.url)

    assert texts(response, "aside") == []


def test_offers_others_that_share_most_with_it_to_read_next(visitor):
    iraq, health, campaign = build_partner("IQ"), build_topic(slug="health"), build_campaign()
    index = build_news_index()
    shared = {"partners": [iraq], "topics": [health], "campaign": campaign}
    story = build_story(index, title="This one", **shared)
    build_story(index, title="All three", date="2014-12-03", **shared)
    build_story(index, title="Two", date="2015-12-03", topics=[health], campaign=campaign)
    build_story(index, title="One, newer", date="2019-01-01", partners=[iraq])
    build_story(index, title="One, older", date="2018-01-01", partners=[iraq])
    build_story(index, title="A draft", live=False, **shared)
    build_story(index, title="About something else")

    assert texts(visitor.get(story.url), ".story__end h3") == ["All three", "Two", "One, newer"]


def test_leads_to_the_stories_before_and_after_it_in_its_language(visitor):
    index = build_news_index()
    older = build_story(index, title="Older", date="2020-05-31")
    story = build_story(index, title="This one", date="2020-05-31")
    newer = build_story(index, title="Newer", date="2020-06-01")
    build_story(index, title="A draft", date="2020-06-01", live=False)
    build_story(index, title="Much newer", date="2020-06-02")
    build_story(home_page("fr"), title="En français", date="2020-06-01")

    assert links(visitor.get(story.url), ".neighbours a") == {
        "Older story Older": older.url,
        "Newer story Newer": newer.url,
    }


def test_the_only_story_has_no_neighbours(visitor):
    assert texts(visitor.get(build_story().url), ".neighbours") == []


def test_can_be_shared_by_links_that_name_it_in_full(visitor):
    story = build_story(home_page("ar"), title="خبر & more", slug="خبر")

    ways = links(visitor.get(story.url), ".share a")

    address = "%2Far%2Fnews%2F%25D8%25AE%25D8%25A8%25D8%25B1%2F"
    assert len(ways) == 5
    assert all(address in way for way in ways.values())
    assert all("%26%20more" in way for name, way in ways.items() if name != "Facebook")


def test_shows_in_a_preview_what_is_not_saved_yet():
    story = build_story(live=False)
    story.partners = [build_partner("IQ")]
    story.lines_of_effort = [build_line_of_effort(title="Stabilisation")]
    story.topics = [build_topic()]

    response = story.make_preview_request()

    assert texts(response, "aside li") == ["Iraq", "Health", "Stabilisation"]


def test_keeps_its_place_among_stories_of_the_same_day():
    first, second = build_story(title="First"), build_story(title="Second")

    assert list(StoryPage.objects.newest_first()) == [second, first]
