"""Nobody waits until a picture is cut: every page asks for shapes that there are."""

import pytest

from coalition.demo.builders import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_partner,
    build_partner_page,
    build_picture,
    build_social_post,
    build_standard_page,
    build_story,
    home_page,
)
from coalition.media.models import Rendition
from coalition.media.shapes import SHAPES

pytestmark = pytest.mark.django_db


@pytest.fixture
def addresses():
    """Of every type of page with the same picture; of a story with all blocks elsewhere."""
    picture = build_picture()
    picture.get_renditions(*(spec for shape in SHAPES.values() for spec in shape.specs))
    shown = {"picture": picture, "picture_alt": "A bridge"}
    partner = build_partner(flag=picture)
    about = build_about_page(**shown)
    line, campaign = build_line_of_effort(about, **shown), build_campaign(hashtag="Learn", **shown)
    build_social_post("#Learn", picture=picture)
    story = build_story(partners=[partner], lines_of_effort=[line], campaign=campaign, **shown)
    page_of_partner = build_partner_page(partner=partner, **shown)
    news = story.get_parent()
    pages = [home_page(), news, story, about, line, campaign, build_standard_page(**shown)]
    pages += [page_of_partner, page_of_partner.get_parent()]
    return [*(page.url for page in pages), f"{news.url}feed/"]


def test_no_page_makes_a_rendition(visitor, addresses):
    def made_by(address):
        before = Rendition.objects.count()
        assert "images/" in visitor.get(address).content.decode(), address
        return Rendition.objects.count() - before

    assert {address: made_by(address) for address in addresses} == dict.fromkeys(addresses, 0)
