"""The addresses below `social/`."""

from django.urls import path
from django.views.decorators.http import conditional_page, require_safe

from coalition.delivery.storable import storable
from coalition.social.feed import PostFeed
from coalition.social.views import posts

posts_feed = require_safe(conditional_page(storable()(PostFeed())))

urlpatterns = [
    path("", posts, name="social_posts"),
    path("feed/", posts_feed, name="social_posts_feed"),
]
