"""Stories for the pages of other rooms."""

from urllib.parse import urlencode

from django import template
from django.utils.encoding import uri_to_iri

from coalition.delivery.kept import kept
from coalition.delivery.tags import waiting_for
from coalition.pages.standing import pages_like
from news.models import NewsIndexPage, StoryPage
from news.standing import stories

register = template.Library()

MOST_STORIES = 6


@register.simple_tag
def latest_stories_about(partner, page):
    """`{% latest_stories_about partner page as stories %}`: in the page's language."""
    about = StoryPage.objects.about_partner(partner)
    return for_a_page(about, page, partner=partner.pk)


@register.simple_tag(takes_context=True)
def address_of_stories_about(context, partner, page):
    """The listing in the page's language, narrowed to a partner; empty where there is none."""
    listing = kept(f"news-index:{page.locale_id}", lambda: listing_for(page))
    filters = urlencode({"partner": partner.public_id})
    return f"{listing.get_url(context.get('request'))}?{filters}" if listing else ""


def listing_for(page):
    with waiting_for(pages_like(NewsIndexPage, page.locale_id), row_by_row=False):
        return NewsIndexPage.objects.readable().in_language_of(page).first()


@register.simple_tag
def stories_along(line):
    """`{% stories_along line as stories %}`: those that name this line of effort."""
    return for_a_page(StoryPage.objects.along_line(line), line, line=line.pk)


@register.simple_tag
def stories_in_campaign(campaign):
    """`{% stories_in_campaign campaign as stories %}`"""
    told = StoryPage.objects.in_campaign(campaign)
    return for_a_page(told, campaign, campaign=campaign.pk)


@register.filter
def readable(address):
    """An address in its own letters, as people write it."""
    return uri_to_iri(address)


def for_a_page(chosen, page, **narrowed):
    """The newest of those that were chosen by this filter."""
    readable = chosen.readable().in_language_of(page)
    with waiting_for(stories(page.locale_id, **narrowed)):
        return list(readable.newest_first().for_cards()[:MOST_STORIES])
