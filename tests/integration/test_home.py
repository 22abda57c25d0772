"""The front page: what leads, what stands beside it, and what fills by rule."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_partner,
    build_partner_index,
    build_social_post,
    build_story,
    home_page,
    publish_page,
    withdraw,
)
from coalition.home.models import HomeSlot
from tests.reading import words_at

pytestmark = pytest.mark.django_db


def give_a_place(story, *, place=HomeSlot.Place.LEAD, since=-1, until=1):
    """Put a story in a place of honour of its home page, from and until so many days from now."""
    home = home_page(story.locale.language_code)
    now = timezone.now()
    starts_at, ends_at = now + timedelta(days=since), now + timedelta(days=until)
    home.slots.add(HomeSlot(place=place, story=story, starts_at=starts_at, ends_at=ends_at))
    publish_page(home)


def title_of_lead(client):
    page = client.get("/en/").content.decode()
    return re.search(r'class="lead__link"[^>]*>([^<]*)', page)[1]


def titles_of_cards(client):
    page = client.get("/en/").content.decode()
    return re.findall(r'class="card__link"[^>]*>([^<]*)', page)


def figures_of(client, language="en"):
    page = client.get(f"/{language}/").content.decode()
    return re.findall(r'<dd class="key-figures__number">([^<]*)', page)


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_an_empty_site_has_a_home_page(client, language):
    assert client.get(f"/{language}/").status_code == 200


def test_an_empty_site_says_what_will_stand_here(client):
    words = words_at(client, "/en/")

    assert "No story has been published yet" in words
    assert "There are no posts here." in words


def test_the_newest_story_leads_when_none_is_chosen(client):
    build_story(title="Yesterday", date="2020-05-30")
    build_story(title="Today", date="2020-05-31")

    assert title_of_lead(client) == "Today"


def test_a_chosen_story_leads(client):
    chosen = build_story(title="Chosen", date="2014-09-10")
    for number in range(9):
        build_story(title=f"Newer {number}")

    give_a_place(chosen)

    assert title_of_lead(client) == "Chosen"
    assert "Chosen" not in titles_of_cards(client)


@pytest.mark.parametrize(("since", "until"), [(-2, -1), (1, 2)])
def test_a_lead_cannot_outlive_its_time_or_come_before_it(client, since, until):
    chosen = build_story(title="Chosen", date="2014-09-10")
    build_story(title="Newest")

    give_a_place(chosen, since=since, until=until)

    assert title_of_lead(client) == "Newest"


def test_a_chosen_story_that_was_withdrawn_gives_way(client):
    chosen = build_story(title="Chosen")
    build_story(title="Newest")
    give_a_place(chosen)

    withdraw(chosen)

    assert title_of_lead(client) == "Newest"
    assert "Chosen" not in words_at(client, "/en/")


def test_the_newest_statement_stands_beside_the_lead_with_its_words_and_date(client):
    body = [("heading", "Today"), ("text", "<p>We stand together.</p>")]
    build_story(title="We say", kind="statement", date="2020-03-23", body=body)
    build_story(title="Newest")

    words = words_at(client, "/en/")
    assert "Statement 23 March 2020 We say We stand together. Read the whole statement" in words


def test_a_statement_that_leads_does_not_stand_beside_itself(client):
    build_story(title="Older words", kind="statement", date="2020-03-23")
    build_story(title="Newest words", kind="joint-statement", date="2020-05-31")

    words = words_at(client, "/en/")
    assert words.count("Newest words") == 1
    assert words.count("Older words") == 1


def test_five_more_stories_follow_newest_first(client):
    for day in range(1, 9):
        build_story(title=f"Of day {day}", date=f"2020-05-0{day}")

    assert titles_of_cards(client) == [f"Of day {day}" for day in (7, 6, 5, 4, 3)]


def test_a_story_of_another_language_is_not_news_here(client):
    build_story(home_page("fr"), title="Une nouvelle")

    assert "Une nouvelle" not in words_at(client, "/en/")


def test_one_more_partner_counts_in_all_three_languages(client):
    build_partner("IQ")
    before = [figures_of(client, language)[0] for language in ("en", "fr", "ar")]

    build_partner("CF")

    assert before == ["1", "1", "1"]
    assert [figures_of(client, language)[0] for language in ("en", "fr", "ar")] == ["2", "2", "2"]


def test_the_introduction_quotes_the_living_number(client):
    home = home_page()
    home.introduction = '<p>Today <embed embedtype="fact" name="partners" form="counted"/>.</p>'
    publish_page(home)
    build_partner("IQ")

    assert "Today 1 partner." in words_at(client, "/en/")


def test_lines_of_effort_are_counted_and_listed_in_the_order_of_the_tree(client):
    about = build_about_page()
    for title in ("Stabilisation", "Finance"):
        build_line_of_effort(about, title=title)

    assert figures_of(client)[1] == "2"
    words = words_at(client, "/en/")
    assert words.index("Stabilisation") < words.index("Finance")


def test_lines_of_effort_are_counted_while_their_explainer_is_a_draft(client):
    about = build_about_page()
    build_line_of_effort(about, title="Stabilisation")
    about.unpublish()

    assert figures_of(client)[1] == "1"


def test_the_figures_lead_to_what_they_count(client):
    build_partner_index(slug="partners")

    assert 'class="key-figures__link" href="/en/partners/"' in client.get("/en/").content.decode()


def test_a_campaign_stands_on_the_page_while_it_runs(client):
    build_campaign(title="This Generation Learns", start="2020-05-01")
    build_campaign(title="Over", start="2020-05-02", end="2020-05-31")

    words = words_at(client, "/en/")
    assert "This Generation Learns" in words
    assert "Over" not in words


def test_posts_stand_on_the_page_and_lead_to_the_others(client):
    for number in range(4):
        build_social_post(f"Post {number}")

    words = words_at(client, "/en/")
    assert "Post 3" in words
    assert "Post 0" not in words
    assert "Load more posts" in words


def test_the_same_page_is_sent_to_everybody(client):
    build_story()

    answer = client.get("/en/")
    assert not answer.cookies
    assert "Vary" not in answer.headers
    assert "csrf" not in answer.content.decode()
