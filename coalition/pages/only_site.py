"""Which of Wagtail's sites a request is for."""

from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from coalition.delivery.kept import kept
from coalition.delivery.tags import waiting_for


class KnowTheSite:
    """Spares every page the query by which Wagtail finds the one site that there is."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request._wagtail_site = SimpleLazyObject(lambda: site_of(request))
        return self.get_response(request)


def site_of(request):
    sites = kept("sites", all_sites)
    return sites[0] if len(sites) == 1 else Site._find_for_request(request)


def all_sites():
    with waiting_for(row_by_row=False):
        return list(Site.objects.select_related("root_page"))
