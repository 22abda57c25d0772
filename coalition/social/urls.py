"""The addresses below `social/`."""

from django.urls import path

from coalition.social.views import posts

urlpatterns = [path("", posts, name="social_posts")]
