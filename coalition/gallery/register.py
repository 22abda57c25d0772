"""What readers are shown of the register: where partners are, which they are, what each does."""

from django.utils.translation import get_language

from coalition.gallery.specimen import Specimen, of_language
from partners.listing import Listing
from partners.models import Partner, PartnerIndexPage, PartnerPage

DISCLAIMER = "<p>Names and flags say nothing of how a territory is recognised.</p>"


def partners():
    if index := of_language(PartnerIndexPage):
        given = {"listing": Listing(index.members, {})}
        yield Specimen("map", "partners/atlas.html", given)
        yield Specimen("list", "partners/groups.html", given)
    for partner in Partner.objects.readable()[:1]:
        given = {"partner": partner, "disclaimer": DISCLAIMER}
        yield Specimen("facts", "partners/facts.html", given)
    pages = PartnerPage.objects.readable().filter(locale__language_code=get_language())
    for page in pages.exclude(contributions=None)[:1]:
        given = {"contributions": page.contributions_by_line}
        yield Specimen("contributions", "partners/contributions.html", given)
