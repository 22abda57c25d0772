"""What campaigns and lines of effort cost: a number of queries that content never changes."""

import pytest

from coalition.campaigns.models import CampaignDownload, CampaignPost
from coalition.demo.builders import (
    build_campaign,
    build_line_of_effort,
    build_partner,
    build_partner_page,
    build_picture,
    build_social_post,
    build_standard_page,
    build_story,
    publish_page,
)
from tests.costs import queries
from tests.integration.test_campaigns import build_document
from tests.integration.test_ways import link_to

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("values_are_kept")]

# The way to the page 1 · the page 1 · downloads 1 · stories 1 and their pictures 1 · chosen posts
# 1 · posts 1 and their pictures 1 · others 1.
QUERIES_OF_A_CAMPAIGN = 9
# The way 1 · the page 1 · its number 1 · contributions 1 with names 1, flags 1 and their cuts 1 ·
# stories 1 and their pictures 1 · pages that contributions lead to 1, and documents 1.
QUERIES_OF_A_LINE_OF_EFFORT = 11


@pytest.fixture
def picture():
    return build_picture()


def test_twice_the_content_of_a_campaign_costs_the_same(visitor, picture):
    other_picture = build_picture()
    campaign = build_campaign(hashtag="Learn")
    for half in range(2):
        for number in range(2):
            name = f"{half}{number}"
            campaign.downloads.add(CampaignDownload(document=build_document(name)))
            chosen = build_social_post(f"Chosen {name}", picture=other_picture)
            campaign.chosen_posts.add(CampaignPost(post=chosen))
            build_social_post(f"#Learn {name}", picture=other_picture)
            build_story(title=name, picture=picture, campaign=campaign)
            build_campaign(title=name, slug=f"other-{name}", start="2019-01-01")
        campaign = publish_page(campaign)

        assert queries(visitor, campaign.url) == QUERIES_OF_A_CAMPAIGN


def test_twice_the_content_of_a_line_of_effort_costs_the_same(visitor, picture):
    line = build_line_of_effort()
    for states in (("DE", "GB"), ("FR", "IT")):
        for state in states:
            partner = build_partner(state, region="europe", flag=build_picture())
            contributions = [{"line_of_effort": line, "text": leading_somewhere(state)}]
            build_partner_page(partner=partner, slug=state, contributions=contributions)
            build_story(title=state, picture=picture, lines_of_effort=[line])

        assert queries(visitor, line.url) == QUERIES_OF_A_LINE_OF_EFFORT


def leading_somewhere(name):
    page = build_standard_page(title=f"Page {name}")
    return link_to("page", page) + link_to("document", build_document(name))
