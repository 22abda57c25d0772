"""Compares what an archive says with what is kept: new, changed, or left as it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import islice
from typing import Final

from coalition.social.addresses import place_of
from coalition.social.exchange.post import Found, Options, Post
from coalition.social.models import SocialPost

BATCH: Final = 200
ADD: Final = "add"
CHANGE: Final = "change"
UNCHANGED: Final = "unchanged"
# An editor has changed it, hidden it or drafted something: the archive has nothing to say.
EDITED: Final = "edited"


@dataclass(frozen=True)
class Step:
    """What one post of the archive will do; `row` is what is kept of it."""

    found: Found
    post: Post
    verb: str
    row: SocialPost | None = None

    @property
    def differences(self) -> list[tuple[str, str, str]]:
        """Field, what is kept, and what will be; of the fields that a row has."""
        pairs = (
            (name, str(getattr(self.row, name)), str(value))
            for name, value in kept_as(self.post).items()
        )
        return [(name, before, after) for name, before, after in pairs if before != after]


def planned(found: Iterable[Found], options: Options) -> Iterator[Step]:
    """A step for each post, a batch at a time; the second of two with one address is left out."""
    seen: set[tuple[str, str]] = set()
    with_posts = (each for each in found if each.post)
    while batch := list(islice(with_posts, BATCH)):
        rows = _rows(batch)
        for each in batch:
            post = _in_a_language_of_ours(each.post, options)
            place = _key(post.address)
            if place not in seen:
                seen.add(place)
                yield _step(each, post, rows.get(place))


def kept_as(post: Post) -> dict[str, object]:
    """The fields of a row that an archive fills."""
    return {
        "permalink": post.address,
        "account": post.account,
        "author_name": post.author_name,
        "author_handle": post.author_handle,
        "posted_at": post.posted_at,
        "text": post.text,
        "picture_alt": post.medium.alt if post.medium else "",
    }


def fingerprint(post: Post) -> str:
    """The same for the same words, time, names and picture only.

    Not the language: a row never leaves its own, whatever an import is told.
    """
    said = {name: str(value) for name, value in vars(post).items() if name != "language"}
    return sha256(repr(said).encode()).hexdigest()


def _step(found: Found, post: Post, row: SocialPost | None) -> Step:
    if row is None:
        return Step(found, post, ADD)
    if row.has_unpublished_changes or not row.imported_as:
        return Step(found, post, EDITED, row)
    verb = UNCHANGED if row.imported_as == fingerprint(post) else CHANGE
    return Step(found, post, verb, row)


def _rows(batch: list[Found]) -> dict[tuple[str, str], SocialPost]:
    places = [place_of(each.post.address) for each in batch]
    rows = SocialPost.objects.of_places(places).select_related("picture", "locale")
    found: dict[tuple[str, str], SocialPost] = {}
    for row in rows:
        found.setdefault((row.network, row.native_id), row)
    return found


def _key(address: str) -> tuple[str, str]:
    place = place_of(address)
    return place.network, place.native_id


def _in_a_language_of_ours(post: Post, options: Options) -> Post:
    code = post.language.partition("-")[0].lower()
    return replace(post, language=code if code in options.languages else options.language)
