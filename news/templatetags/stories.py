"""Stories for the pages of other rooms."""

from django import template

from news.models import StoryPage

register = template.Library()

MOST_STORIES = 6


@register.simple_tag
def latest_stories_about(partner, page):
    """`{% latest_stories_about partner page as stories %}`: in the page's language."""
    return for_a_page(StoryPage.objects.about_partner(partner), page)


@register.simple_tag
def stories_along(line):
    """`{% stories_along line as stories %}`: those that name this line of effort."""
    return for_a_page(StoryPage.objects.along_line(line), line)


@register.simple_tag
def stories_in_campaign(campaign):
    """`{% stories_in_campaign campaign as stories %}`"""
    return for_a_page(StoryPage.objects.in_campaign(campaign), campaign)


def for_a_page(stories, page):
    readable = stories.readable().in_language_of(page)
    return list(readable.newest_first().for_cards()[:MOST_STORIES])
