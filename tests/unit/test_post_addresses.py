"""One post is one, however its address is written."""

import pytest

from coalition.social.addresses import Place, place_of

ON_X = Place("x", "123", "coalition")
ON_MASTODON = Place("mastodon", "social.example/123", "coalition@social.example")


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("https://x.com/coalition/status/123", ON_X),
        ("https://twitter.com/coalition/status/123?s=20", ON_X),
        ("http://www.twitter.com/coalition/statuses/123", ON_X),
        ("https://mobile.twitter.com/coalition/status/123/photo/1", ON_X),
        ("https://social.example/@coalition/123", ON_MASTODON),
        ("https://social.example/users/coalition/statuses/123", ON_MASTODON),
        ("https://social.example/users/coalition/statuses/123/activity", ON_MASTODON),
        ("https://x.com/coalition", Place("web", "https://x.com/coalition")),
        ("https://x.com/coalition/status/١", Place("web", "https://x.com/coalition/status/١")),
        ("https://example.org/news", Place("web", "https://example.org/news")),
        ("https://[broken", Place("web", "https://[broken")),
        ("", Place("web", "")),
    ],
)
def test_knows_the_post_behind_an_address(address, place):
    assert place_of(address) == place
