"""What RFC 4287 (Atom) and JSON Feed 1.1 demand of a feed; each function names what is wrong."""

from datetime import datetime
from urllib.parse import urlsplit

ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = {"id", "title", "updated"}
AT_MOST_ONCE = {"subtitle", "published", "summary", "content", "rights", "icon", "logo"}
PERSONS = {"author", "contributor"}
KNOWN = ONCE | AT_MOST_ONCE | PERSONS | {"link", "category", "entry"}
JSON_STRINGS = {"id", "url", "title", "content_html", "summary", "image", "language"}


def broken_in_atom(feed):
    yield from _broken_in_element(feed)
    entries = feed.findall(f"{ATOM}entry")
    if feed.find(f"{ATOM}author") is None:
        yield "neither the feed nor each entry has an author"
    if not _links(feed, "self"):
        yield "the feed does not name itself"
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) < len(ids):
        yield "two entries have one id"
    for entry in entries:
        yield from _broken_in_element(entry)
        if not _links(entry, "alternate") and entry.find(f"{ATOM}content") is None:
            yield "an entry has neither an alternate link nor content"


def _broken_in_element(element):
    names = [child.tag.removeprefix(ATOM) for child in element]
    yield from (f"no {name}, or several" for name in ONCE if names.count(name) != 1)
    yield from (f"more than one {name}" for name in AT_MOST_ONCE if names.count(name) > 1)
    yield from (f"unknown: {name}" for name in names if name not in KNOWN)
    identifier = urlsplit(element.findtext(f"{ATOM}id") or "")
    if not identifier.scheme:
        yield "the id is no absolute IRI"
    for name in ("updated", "published"):
        moment = element.findtext(f"{ATOM}{name}")
        if moment and datetime.fromisoformat(moment).tzinfo is None:
            yield f"{name} has no time zone"
    kinds = [(link.get("type"), link.get("hreflang")) for link in _links(element, "alternate")]
    if len(set(kinds)) < len(kinds):
        yield "two alternates of one type and language"
    for link in element.findall(f"{ATOM}link"):
        if not urlsplit(link.get("href", "")).netloc:
            yield f"a link leads to {link.get('href')!r}"
    yield from ("a person has no name" for person in _persons(element) if not _name(person))
    if any(not category.get("term") for category in element.findall(f"{ATOM}category")):
        yield "a category has no term"


def _links(element, relation):
    links = element.findall(f"{ATOM}link")
    return [link for link in links if link.get("rel", "alternate") == relation]


def _persons(element):
    return [person for name in PERSONS for person in element.findall(f"{ATOM}{name}")]


def _name(person):
    return person.findtext(f"{ATOM}name")


def broken_in_json(feed):
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        yield "another version"
    yield from (f"no {name}" for name in ("title", "items") if name not in feed)
    if "author" in feed:
        yield "author is deprecated since 1.1"
    yield from (f"{name} is no address" for name in _bad_addresses(feed))
    ids = [item.get("id") for item in feed["items"]]
    if len(set(ids)) < len(ids):
        yield "two items have one id"
    for item in feed["items"]:
        yield from _broken_in_item(item)


def _broken_in_item(item):
    if not item.get("id"):
        yield "an item has no id"
    if not (item.get("content_html") or item.get("content_text")):
        yield "an item has no content"
    yield from (f"{name} is no text" for name in JSON_STRINGS if _is_no_text(item, name))
    yield from (f"{name} is no address" for name in _bad_addresses(item))
    for name in ("date_published", "date_modified"):
        if name in item and datetime.fromisoformat(item[name]).tzinfo is None:
            yield f"{name} has no time zone"
    for attachment in item.get("attachments", []):
        if not attachment.get("url") or "/" not in attachment.get("mime_type", ""):
            yield "an attachment has no address or no type"
        if not isinstance(attachment.get("size_in_bytes", 0), int):
            yield "an attachment's size is no number"


def _is_no_text(item, name):
    return not isinstance(item.get(name, ""), str)


def _bad_addresses(thing):
    names = ("home_page_url", "feed_url", "icon", "favicon", "url", "image")
    return [name for name in names if name in thing and not urlsplit(thing[name]).netloc]
