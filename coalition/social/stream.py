"""The posts that readers of a language see, a few at a time."""

from coalition.social.cursor import Cursor
from coalition.social.models import SocialPost


class Stretch:
    """Some posts of the stream, and where the next ones begin."""

    def __init__(self, language_code, length, after=None):
        posts = SocialPost.objects.readable().for_readers_of(language_code).newest_first()
        if after:
            posts = posts.older_than(after)
        # One more than is shown tells whether there are others.
        found = list(posts.with_pictures()[: length + 1])
        self.posts = found[:length]
        self.next = Cursor(self.posts[-1].posted_at, self.posts[-1].pk) if found[length:] else None
