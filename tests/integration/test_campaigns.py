"""Campaigns: what they gather, and what becomes of them when they are over."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from coalition.campaigns.models import CampaignDownload, CampaignPage, CampaignPost
from coalition.demo.builders import (
    build_campaign,
    build_picture,
    build_social_post,
    build_story,
    build_user,
    home_page,
    withdraw,
)
from coalition.media.models import DocumentFile
from coalition.staff.roles import PUBLISHER
from tests.reading import links, main_text, texts

pytestmark = pytest.mark.django_db


def days_from_now(number):
    return timezone.localdate() + timedelta(days=number)


def build_document(title="A poster"):
    document = DocumentFile(title=title)
    document.file.save("poster.txt", ContentFile(b"Hang it up."))
    return document


def posts_on(visitor, campaign):
    return texts(visitor.get(campaign.url), ".post__text")


def test_shows_its_hashtag_its_days_and_its_stories(visitor):
    campaign = build_campaign(
        hashtag="ThisGenerationLearns",
        start="2020-05-01",
        end=days_from_now(1),
        teaser="<p>Back to class.</p>",
        body=[("text", "<p>Schools reopen.</p>")],
        picture=build_picture(),
        picture_alt="A classroom",
    )
    build_story(title="A school in Mosul", campaign=campaign)

    page = visitor.get(campaign.url).content.decode()

    shown = [
        "#ThisGenerationLearns",
        "From 1 May 2020 to",
        "Back to class.",
        "Schools reopen.",
        'alt="A classroom"',
        "A school in Mosul",
    ]
    assert [words for words in shown if words not in page] == []


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2020-05-01", "2020-06-30", "Ran from 1 May 2020 to 30 June 2020"),
        ("2020-05-01", None, "Since 1 May 2020"),
        ("2999-05-01", "2999-06-30", "From 1 May 2999 to 30 June 2999"),
        ("2999-05-01", None, "Begins on 1 May 2999"),
    ],
)
def test_says_when_it_ran_or_runs_or_will_run(visitor, start, end, said):
    page = main_text(visitor.get(build_campaign(start=start, end=end).url))

    assert said in page
    assert ("This campaign is over." in page) == said.startswith("Ran")


def test_runs_until_the_end_of_its_last_day():
    ends_today = build_campaign(end=timezone.localdate())
    build_campaign(title="Over", slug="over", end=days_from_now(-1))
    build_campaign(title="Ahead", slug="ahead", start=days_from_now(1))

    assert list(CampaignPage.objects.running()) == [ends_today]


# Its posts


def test_shows_the_posts_that_carry_its_hashtag_newest_first(visitor):
    campaign = build_campaign(hashtag="Learn")
    build_social_post("Older #learn")
    build_social_post("Newer, #LEARN!")
    for other in ("#Learning", "Learn", "#Other"):
        build_social_post(other)
    build_social_post("Hidden #Learn", live=False)

    assert posts_on(visitor, campaign) == ["Newer, #LEARN!", "Older #learn"]


def test_finds_an_arabic_hashtag(visitor):
    campaign = build_campaign(home_page("ar"), slug="learn", hashtag="هذا_الجيل_يتعلم")
    build_social_post("درس جديد #هذا_الجيل_يتعلم", language="ar")

    assert len(posts_on(visitor, campaign)) == 1


def test_shows_the_posts_that_were_chosen_for_it(visitor):
    chosen, _other = build_social_post("Chosen"), build_social_post("Not chosen")
    campaign = build_campaign(chosen_posts=[CampaignPost(post=chosen)])

    assert posts_on(visitor, campaign) == ["Chosen"]


def test_without_hashtag_and_choice_it_shows_no_posts(visitor):
    build_social_post("A post")

    assert "Posts of the campaign" not in main_text(visitor.get(build_campaign().url))


# Its downloads, and the others


def test_offers_its_downloads(visitor):
    document = build_document("A poster")
    downloads = [
        CampaignDownload(document=document, sort_order=0),
        CampaignDownload(document=document, title="The same in large", sort_order=1),
    ]
    campaign = build_campaign(downloads=downloads)

    offered = links(visitor.get(campaign.url), ".document a")

    assert offered == {"A poster": document.url, "The same in large": document.url}


def test_leads_to_the_campaigns_before_it_and_to_none_to_come(visitor):
    campaign = build_campaign(start="2020-05-01")
    build_campaign(title="Of 2018", slug="of-2018", start="2018-05-01", end="2018-06-30")
    build_campaign(title="Of 2019", slug="of-2019", start="2019-05-01", end="2019-06-30")
    build_campaign(title="Secret", slug="secret", start=days_from_now(1))
    withdraw(build_campaign(title="Withdrawn", slug="withdrawn", start="2017-05-01"))

    answer = visitor.get(campaign.url)

    assert texts(answer, ".timeline__title") == ["Of 2019", "Of 2018"]
    assert "Ran from 1 May 2019 to 30 June 2019" in main_text(answer)


# Its editor


def test_refuses_an_end_before_the_beginning(client):
    campaign = build_campaign(start="2020-05-01")
    client.force_login(build_user(PUBLISHER))

    answer = client.post(
        f"/admin/pages/{campaign.pk}/edit/",
        nested_form_data(
            {
                "title": campaign.title,
                "slug": campaign.slug,
                "teaser": "null",
                "start": "2020-05-01",
                "end": "2020-04-30",
                "body": streamfield([]),
                "downloads": inline_formset([]),
                "chosen_posts": inline_formset([]),
                "corrections": inline_formset([]),
                "withdrawals": inline_formset([]),
                "comments": inline_formset([]),
                "action-publish": "1",
            }
        ),
    )

    assert "The last day cannot be before the first." in answer.content.decode()
