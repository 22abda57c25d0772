"""The posts that readers of a language see, a few at a time."""

from coalition.social.cursor import Cursor
from coalition.social.models import SocialPost


class Stretch:
    """Some posts of the stream, and where the next ones begin."""

    def __init__(self, language_code, length, after=None):
        posts = SocialPost.objects.readable().for_readers_of(language_code).pinned_first()
        if after:
            posts = posts.after(after)
        # One more than is shown tells whether there are others.
        found = list(posts.with_pictures()[: length + 1])
        self.posts = found[:length]
        self.next = after_post(self.posts[-1]) if found[length:] else None


def after_post(post):
    return Cursor(post.posted_at, post.pk, post.is_pinned)
