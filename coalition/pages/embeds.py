"""Films that other sites host: we know where they live, and never ask those sites for HTML."""

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Film:
    """A film at a provider: what to link to, and what to frame once a visitor agrees."""

    provider: str
    address: str
    frame_address: str


class UnknownProvider(ValueError):
    """The address belongs to no provider we can frame safely."""


YOUTUBE_HOSTS = {"youtube.com", "www.youtube.com", "m.youtube.com", "youtu.be"}
VIMEO_HOSTS = {"vimeo.com", "www.vimeo.com"}
YOUTUBE_ID = re.compile(r"[\w-]{11}")
VIMEO_ID = re.compile(r"\d{6,12}")


def find_film(address: str) -> Film:
    """The film at an address as an editor would paste it; raises UnknownProvider."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        raise UnknownProvider(address) from None
    if parts.hostname in YOUTUBE_HOSTS:
        return _youtube(address, parts.hostname, parts.path, parts.query)
    if parts.hostname in VIMEO_HOSTS and VIMEO_ID.fullmatch(film := parts.path.strip("/")):
        return Film(
            "Vimeo", f"https://vimeo.com/{film}", f"https://player.vimeo.com/video/{film}?dnt=1"
        )
    raise UnknownProvider(address)


def _youtube(address: str, host: str, path: str, query: str) -> Film:
    if host == "youtu.be":
        film = path.strip("/")
    elif path == "/watch":
        film = parse_qs(query).get("v", [""])[0]
    else:
        film = path.rpartition("/")[2]
    if not YOUTUBE_ID.fullmatch(film):
        raise UnknownProvider(address)
    return Film(
        "YouTube",
        f"https://www.youtube.com/watch?v={film}",
        f"https://www.youtube-nocookie.com/embed/{film}",
    )
