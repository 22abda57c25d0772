"""What the filters of a listing offer: a select offers only what leads somewhere."""

from coalition.about.models import LineOfEffortPage
from coalition.delivery.kept import kept
from coalition.delivery.reading import glance
from coalition.delivery.tags import wait_for, waiting_for
from coalition.pages.standing import pages_like
from news.kinds import StoryKind
from news.models.story import StoryPage
from news.standing import what_filters_offer
from news.subjects import subjects
from partners.models import Partner
from partners.names import alphabetical


def options(index_page):
    """By filter, triples: the word in the address, the words a reader sees, what to look for."""
    return kept(f"story-filters:{index_page.pk}", lambda: options_now(index_page))


def options_now(index_page):
    stories = StoryPage.objects.readable().in_language_of(index_page)
    lines = pages_like(LineOfEffortPage, index_page.locale_id)
    with waiting_for(what_filters_offer(index_page.locale_id), lines):
        return {
            "kind": [(kind.value, kind.label, kind.value) for kind in StoryKind],
            "topic": topics(index_page),
            "partner": partners(stories),
            "line": lines_of_effort(index_page),
            "year": years(stories),
        }


def topics(index_page):
    found = subjects(index_page).topics.values()
    return [(topic.slug, topic.name, topic.pk) for topic in found]


def partners(stories):
    told_of = stories.keys_of_partners()
    # Whether readers may see them yet or not.
    wait_for(*(glance(Partner, key) for key in told_of))
    found = Partner.objects.readable().filter(pk__in=told_of).at_a_glance()
    named = sorted(found, key=lambda partner: alphabetical(partner.name))
    return [(partner.public_id, partner.name, partner.pk) for partner in named]


def lines_of_effort(index_page):
    found = subjects(index_page).lines_of_effort.values()
    return [(line.slug, line.title_in_lists, line.pk) for line in found]


def years(stories):
    return [(str(year), str(year), year) for year in stories.years()]
