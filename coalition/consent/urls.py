"""The addresses below `cookies/`."""

from django.urls import path

from coalition.consent.views import cookies

urlpatterns = [path("", cookies, name="cookies")]
