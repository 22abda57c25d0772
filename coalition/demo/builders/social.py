"""Social posts."""

from datetime import UTC, datetime

from coalition.demo.builders.rows import keep_row, locale
from coalition.social.models import SocialPost

A_DAY_IN_MAY = datetime(2020, 5, 14, 9, 30, tzinfo=UTC)


def build_social_post(text="Neighbours first.", *, language="en", live=True, by=None, **fields):
    row = {
        "account": "coalition",
        "author_name": "Global Coalition",
        "author_handle": "coalition",
        "posted_at": A_DAY_IN_MAY,
        "permalink": f"https://twitter.com/coalition/status/{SocialPost.objects.count() + 1}",
    } | fields
    return keep_row(SocialPost(text=text, locale=locale(language), **row), live=live, by=by)
