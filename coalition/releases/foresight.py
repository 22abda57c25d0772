"""Lets the back office show the pages of a release as they will be once it is published."""

from django.conf import settings
from django.urls import Resolver404, resolve
from wagtail.models import Page

from coalition.pages.foresight import foreseeing
from coalition.releases.contents import waiting_with


class ForeseeReleases:
    """Whoever edits or previews a page of a release sees the numbers that it will tell."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        page = page_looked_at(request)
        if page is None:
            return self.get_response(request)
        with foreseeing_releases_of(page):
            return self.get_response(request)


def foreseeing_releases_of(page):
    return foreseeing(row for release in waiting_with(page) for row in release.rows)


def page_looked_at(request):
    """The page whose editor, draft or preview is asked for; acts are none of our business."""
    if request.method != "GET" or not request.path_info.startswith(f"/{settings.ADMIN_PATH}pages/"):
        return None
    try:
        arguments = resolve(request.path_info).kwargs
    except Resolver404:
        return None
    return Page.objects.filter(pk=arguments.get("page_id") or arguments.get("pk")).first()
