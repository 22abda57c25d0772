"""The newest posts for readers of a language as an Atom feed."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coalition.pages.addresses import absolute, tag
from coalition.social.models import SocialPost

POSTS = 30


class PostFeed(Feed):
    """Addresses in it are those of the site, whatever host the reader came by."""

    feed_type = Atom1Feed

    def title(self):
        return _("Posts of the Global Coalition")

    def subtitle(self):
        return _("What the Coalition and its partners have said on other sites.")

    def link(self):
        return absolute(reverse("social_posts"))

    def feed_url(self):
        return absolute(reverse("social_posts_feed"))

    def feed_guid(self):
        return tag(f"social/{get_language()}")

    def items(self):
        """In the order of their time: who reads a feed has seen what is pinned."""
        posts = SocialPost.objects.readable().for_readers_of(get_language())
        return posts.newest_first()[:POSTS]

    def item_guid(self, post):
        return tag(f"social/posts/{post.pk}")

    def item_title(self, post):
        first_line = post.text.strip().partition("\n")[0]
        if post.is_repost:
            names = {"author": post.author_handle, "words": first_line}
            return _("Reposted from @%(author)s: %(words)s") % names
        return first_line

    def item_description(self, post):
        return post.html

    def item_author_name(self, post):
        return post.author_name

    def item_link(self, post):
        """The original, while there is one."""
        return self.link() if post.is_original_deleted else post.permalink

    def item_pubdate(self, post):
        return post.posted_at

    def item_updateddate(self, post):
        return max(post.last_published_at or post.posted_at, post.posted_at)
