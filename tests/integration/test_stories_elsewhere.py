"""The stories that other rooms' pages ask for."""

import pytest
from django.template import Context, Template

from coalition.demo.builders import (
    build_campaign,
    build_line_of_effort,
    build_partner,
    build_partner_page,
    build_story,
    home_page,
    withdraw,
)

pytestmark = pytest.mark.django_db


def stories(tag, **context):
    source = f"{{% load stories %}}{{% {tag} as stories %}}"
    for_titles = "{% for story in stories %}{{ story.title }};{% endfor %}"
    return Template(source + for_titles).render(Context(context)).split(";")[:-1]


def test_those_about_a_partner_in_the_language_of_its_page():
    page = build_partner_page(partner=build_partner("IQ"))
    build_story(title="About Iraq", partners=[page.partner])
    build_story(title="About nobody")
    build_story(home_page("fr"), title="En français", partners=[page.partner])

    assert stories("latest_stories_about page.partner page", page=page) == ["About Iraq"]


def test_those_along_a_line_of_effort():
    line = build_line_of_effort()
    build_story(title="Along it", lines_of_effort=[line])
    build_story(title="Along none")

    assert stories("stories_along line", line=line) == ["Along it"]


def test_those_in_a_campaign():
    campaign = build_campaign()
    build_story(title="In it", campaign=campaign)
    build_story(title="In none")

    assert stories("stories_in_campaign campaign", campaign=campaign) == ["In it"]


def test_never_those_that_readers_may_not_see():
    campaign = build_campaign()
    build_story(title="A draft", campaign=campaign, live=False)
    withdraw(build_story(title="Withdrawn", campaign=campaign))

    assert stories("stories_in_campaign campaign", campaign=campaign) == []


def test_at_most_six_the_newest_first():
    campaign = build_campaign()
    for day in range(1, 9):
        build_story(title=f"Day {day}", date=f"2020-05-{day:02}", campaign=campaign)

    found = stories("stories_in_campaign campaign", campaign=campaign)

    assert found == [f"Day {day}" for day in range(8, 2, -1)]
