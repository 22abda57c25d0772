"""The addresses below `social/`."""

from django.urls import path
from django.views.decorators.http import conditional_page, require_safe

from coalition.social.feed import PostFeed
from coalition.social.views import posts

urlpatterns = [
    path("", posts, name="social_posts"),
    path("feed/", require_safe(conditional_page(PostFeed())), name="social_posts_feed"),
]
