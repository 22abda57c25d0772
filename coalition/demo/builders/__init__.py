"""How to make any thing of the site in one line: `build_story(title="Not yet", live=False)`.

Every argument has a default that makes a sound thing, so that a caller says only what matters.
"""

from coalition.demo.builders.explainer import (
    build_about_page,
    build_campaign,
    build_line_of_effort,
    build_standard_page,
)
from coalition.demo.builders.media import build_closed_shelf, build_picture
from coalition.demo.builders.news import build_news_index, build_story, build_topic
from coalition.demo.builders.people import build_admin, build_user
from coalition.demo.builders.register import (
    build_partner,
    build_partner_index,
    build_partner_page,
)
from coalition.demo.builders.rows import publish_row
from coalition.demo.builders.search import build_document, build_promotion
from coalition.demo.builders.social import build_social_post
from coalition.demo.builders.surroundings import (
    build_alert_banner,
    build_menu,
    build_site_texts,
)
from coalition.demo.builders.tree import build_page, home_page, publish_page, withdraw

__all__ = [
    "build_about_page",
    "build_admin",
    "build_alert_banner",
    "build_campaign",
    "build_closed_shelf",
    "build_document",
    "build_line_of_effort",
    "build_menu",
    "build_news_index",
    "build_page",
    "build_partner",
    "build_partner_index",
    "build_partner_page",
    "build_picture",
    "build_promotion",
    "build_site_texts",
    "build_social_post",
    "build_standard_page",
    "build_story",
    "build_topic",
    "build_user",
    "home_page",
    "publish_page",
    "publish_row",
    "withdraw",
]
