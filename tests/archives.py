"""Archives of other networks, as their owners get them."""

import json

ACCOUNT = {"account": {"username": "coalition", "accountDisplayName": "Global Coalition"}}
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"
ACTOR = "https://social.example/users/coalition"


def tweet(native_id="1", text="Neighbours first.", **fields):
    return {
        "tweet": {
            "id_str": native_id,
            "created_at": "Thu May 14 09:30:00 +0000 2020",
            "full_text": text,
            "lang": "en",
            "entities": {"urls": [], "user_mentions": [], "hashtags": []},
        }
        | fields
    }


def photo(url="https://t.co/pic", name="Abc.jpg", **fields):
    address = f"https://pbs.twimg.com/media/{name}"
    return {"url": url, "media_url_https": address, "type": "photo"} | fields


def x_script(entries, what="tweets", part=0):
    return f"window.YTD.{what}.part{part} = {json.dumps(entries)}"


def x_archive(folder, tweets=(), *, account=ACCOUNT, media=(), **files):
    """A folder with `data`; `media` are names and contents, `files` whole files of other names."""
    data = folder / "data"
    (data / "tweets_media").mkdir(parents=True, exist_ok=True)
    (data / "tweets.js").write_text(x_script(list(tweets)))
    if account:
        (data / "account.js").write_text(x_script([account], "account"))
    for name, content in dict(media).items():
        (data / "tweets_media" / name).write_bytes(content)
    for name, content in files.items():
        (data / f"{name.replace('_', '-')}.js").write_text(content)
    return folder


def note(content="<p>Neighbours first.</p>", number=1, **fields):
    return {
        "id": f"{ACTOR}/statuses/{number}",
        "url": f"https://social.example/@coalition/{number}",
        "type": "Note",
        "attributedTo": ACTOR,
        "to": [PUBLIC],
        "cc": [f"{ACTOR}/followers"],
        "published": "2020-05-14T09:30:00Z",
        "content": content,
        "contentMap": {"en": content},
        "inReplyTo": None,
        "attachment": [],
    } | fields


def create(content="<p>Neighbours first.</p>", number=1, **fields):
    told = note(content, number, **fields)
    return activity("Create", told, to=told["to"], cc=told["cc"])


def activity(kind, told, **fields):
    return {
        "id": f"{ACTOR}/statuses/9/activity",
        "type": kind,
        "actor": ACTOR,
        "published": "2020-05-14T09:30:00Z",
        "to": [PUBLIC],
        "cc": [],
        "object": told,
    } | fields


def outbox(folder, *activities, name="Global Coalition"):
    """`outbox.json`, with the actor beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    content = {"type": "OrderedCollection", "orderedItems": list(activities)}
    (folder / "outbox.json").write_text(json.dumps(content))
    (folder / "actor.json").write_text(json.dumps({"type": "Person", "name": name}))
    return folder
