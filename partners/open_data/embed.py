"""What others may show on their pages: the count and the map, without a script."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _
from wagtail.models import Locale

from coalition.delivery.storable import storable
from coalition.delivery.tags import waiting_for
from coalition.facts import moment
from coalition.pages.dates import written_day
from coalition.pages.standing import pages_like
from coalition.sitewide.languages import home_address
from partners.map.places import places
from partners.map.standalone import standalone_map
from partners.membership_facts import members_on
from partners.models import Partner, PartnerIndexPage
from partners.open_data.answers import MAY_BE_FRAMED, open_to_all, unless_unchanged
from partners.open_data.parameters import language_asked_for
from partners.open_data.published import page_addresses
from partners.register_tags import REGISTER
from partners.wording import counted_partners

SVG = "image/svg+xml"
LANGUAGES = dict(settings.LANGUAGES)


@storable()
@open_to_all
def counter_page(request):
    """For an <iframe>: the count in the language of the address, leading to the partners."""
    language = get_language()
    locale = Locale.get_active()
    with waiting_for(pages_like(PartnerIndexPage, locale.pk), row_by_row=False):
        index = PartnerIndexPage.objects.readable().filter(locale=locale).first()
        address = index.get_url(request) if index else home_address(language)
    context = _count() | {"address": address}
    return _framed(request, render(request, "partners/open_data/counter.html", context))


@storable(lang=LANGUAGES)
@open_to_all
def counter_svg(request):
    with override(language_asked_for(request.GET, default="en")):
        # Without what a page needs besides: it would wait for the words of the notice on cookies.
        context = _count() | {"request": request}
        picture = render_to_string("partners/open_data/counter.svg", context)
        response = HttpResponse(picture, content_type=SVG)
        response.headers["Content-Language"] = get_language()
    return _framed(request, response)


@storable(lang=LANGUAGES)
@open_to_all
def map_svg(request):
    """The map of today's partners, each named in the language asked for."""
    language = language_asked_for(request.GET, default="en")
    addresses = page_addresses()
    with override(language), waiting_for(REGISTER, row_by_row=False):
        marked = [
            (partner.iso_code, partner.name, addresses[partner.pk].get(language))
            for partner in Partner.objects.members()
        ]
        title = _("Partners of the Global Coalition against Daesh")
        response = HttpResponse(standalone_map(title, places(marked)), content_type=SVG)
    response.headers["Content-Language"] = language
    return _framed(request, response)


def _count():
    """Today's number in words, and what it counts."""
    day = moment.today()
    told = _("Partners of the Global Coalition against Daesh on %(day)s")
    return {
        "words": counted_partners(members_on(day)),
        "description": told % {"day": written_day(day)},
    }


def _framed(request, response):
    """Only these addresses may stand in other sites' frames."""
    response.headers["Content-Security-Policy"] = MAY_BE_FRAMED
    return unless_unchanged(request, response)
