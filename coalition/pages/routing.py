"""From an address to its page: one query for the whole way, one for the page at its end.

Wagtail asks twice for each step of an address, and again for every page above before it knows
that nothing on the way is private.
"""

from functools import cache
from itertools import accumulate

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.utils.translation import get_language
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page, Site
from wagtail.views import serve as serve_with_wagtail

from coalition.delivery.light import choice
from coalition.delivery.reading import glance
from coalition.delivery.store.parameters import told
from coalition.delivery.store.response import PARAMETERS
from coalition.delivery.tags import wait_for, waiting_for
from coalition.delivery.visitors import is_signed_in
from coalition.pages.amendments import Correction, Withdrawal
from coalition.pages.finding import Finding
from coalition.pages.private_sections import IsInPrivateSection

# No page lies deeper; longer addresses only cost.
MOST_STEPS = 12


def serve(request, path):
    """Wagtail's own view, which takes the page from the request; its answer may be stored.

    It would lead strangers from a closed page to the back office's door: they would learn of both.
    """
    # At whatever address, or the headers would tell where there is something to ask for.
    is_stranger = not is_signed_in(request)
    way = request._wagtail_route_for_request = found(request, path)
    if way and is_stranger and way.page.get_view_restrictions():
        raise Http404
    response = serve_with_wagtail(request, path)
    response.headers[PARAMETERS] = told({**way.page.parameters, choice.PARAMETER: None})
    return response


def found(request, path):
    """As Wagtail's `Page.route_for_request`: the page with its arguments, or None."""
    try:
        return route(request, [step for step in path.split("/") if step])
    except Http404:
        return None


def route(request, steps):
    # Mostly from a cache: whoever finds it empty waits for no more than others do.
    with waiting_for(row_by_row=False):
        known = Site.get_site_root_paths()
    roots = [root for root in known if root.language_code == get_language()]
    if len(roots) > 1:
        return Page.route_for_request(request, "/".join(steps))
    if not roots or len(steps) > MOST_STEPS:
        return None
    with waiting_for(row_by_row=False):
        way = way_along(roots[0].root_path, steps)
    rest = steps[len(way) - 1 :]
    if not way or (rest and not issubclass(way[-1].specific_class, RoutablePageMixin)):
        return None
    # Of the pages above only the titles are shown, and not that of the home page.
    wait_for(*(glance(Page, step.pk) for step in way[1:-1]))
    with waiting_for():
        last = end_of(way)
    return last.route(request, rest)


def way_along(root_path, steps):
    """The pages of this address, from the home page down as far as there are any."""
    addresses = list(accumulate(steps, lambda path, step: f"{path}{step}/", initial=root_path))
    # Slugs have an index, addresses have none.
    slugs = [root_path.strip("/").rpartition("/")[-1], *steps]
    return list(steps_of_ways().filter(slug__in=slugs, url_path__in=addresses))


@cache
def steps_of_ways():
    """Every page, with what it needs to know of itself; put together once, for all addresses."""
    of_page = {"page": OuterRef("pk")}
    pages = Page.objects.select_related("locale").annotate(
        is_restricted=IsInPrivateSection(),
        is_withdrawn=Exists(Withdrawal.objects.filter(**of_page)),
        is_corrected=Exists(Correction.objects.filter(**of_page)),
    )
    return pages.order_by("depth")


def end_of(way):
    """The last page of a way, as what it is, knowing what the way has told of it."""
    last = way[-1]
    page = last.specific_class._default_manager.whole().get(pk=last.pk)
    page.locale = last.locale
    if len(way) > 1:
        # As Wagtail's own routing does.
        page._cached_parent_obj = way[-2]
    page.finding = Finding(
        # An alias is as private as the page it repeats: Wagtail looks that up.
        may_be_restricted=any(step.is_restricted or step.alias_of_id for step in way),
        may_be_withdrawn=last.is_withdrawn,
        may_be_corrected=last.is_corrected,
    )
    return page
