"""Leads from old addresses to new ones: to those alone that readers may know of."""

from urllib.parse import urlparse

from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from coalition.pages.querysets import all_pages


class FollowRedirects(RedirectMiddleware):
    """Wagtail's also tells where a draft was moved to, and what was put behind a closed door."""

    def process_response(self, request, response):
        try:
            answer = super().process_response(request, response)
        except Page.DoesNotExist:
            # The database does not show the draft at all to a process for visitors alone.
            return response
        is_followed = answer is not response
        return response if is_followed and leads_to_a_secret(redirect_at(request)) else answer


def redirect_at(request):
    """The one that Wagtail follows."""
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    return get_redirect(request, path) or get_redirect(request, urlparse(path).path)


def leads_to_a_secret(redirect):
    """Never if it leads elsewhere than to a page: an editor wrote where."""
    page = redirect.redirect_page_id
    return page is not None and not all_pages().reachable().filter(pk=page).exists()
