"""The demo's social posts, each in the language it was written in."""

from coalition.demo.builders import build_social_post
from coalition.demo.content import read

AS_THEY_ARE = ("account", "author_name", "author_handle", "permalink", "posted_at", "language")


def plant_posts(library, by) -> list:
    return [_plant(post, library, by) for post in read("posts")["posts"]]


def _plant(post, library, by):
    fields = {name: post[name] for name in AS_THEY_ARE}
    if "picture" in post:
        fields["picture"] = library.picture(post["picture"], post["picture_alt"]["en"])
        fields["picture_alt"] = post["picture_alt"][post["language"]]
    return build_social_post(post["text"].strip(), by=by, **fields)
