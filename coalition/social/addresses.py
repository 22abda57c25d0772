"""What the address of a post says: on which network it stands, as which post, and whose it is."""

import re
from typing import Final, NamedTuple
from urllib.parse import urlsplit

X: Final = "x"
MASTODON: Final = "mastodon"
ELSEWHERE: Final = "web"

HOSTS_OF_X: Final = {"x.com", "twitter.com", "mobile.twitter.com", "mobile.x.com"}
POST_ON_X: Final = re.compile(r"/(\w{1,15})/status(?:es)?/([0-9]{1,25})(?:/.*)?", re.ASCII)
POST_ON_MASTODON: Final = re.compile(
    r"/(?:@([\w.-]+)|users/([\w.-]+)/statuses)/([0-9]{1,25})(?:/activity)?/?", re.ASCII
)


class Place(NamedTuple):
    """One post has one network and one id there, however its address is written."""

    network: str
    native_id: str
    handle: str = ""


def place_of(address: str) -> Place:
    try:
        parts = urlsplit(address)
    except ValueError:
        return Place(ELSEWHERE, address)
    host = (parts.hostname or "").removeprefix("www.")
    if host in HOSTS_OF_X and (post := POST_ON_X.fullmatch(parts.path)):
        return Place(X, post[2], post[1])
    if post := POST_ON_MASTODON.fullmatch(parts.path):
        return Place(MASTODON, f"{host}/{post[3]}", f"{post[1] or post[2]}@{host}")
    return Place(ELSEWHERE, address)
