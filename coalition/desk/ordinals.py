"""Which partner somebody is the how-manieth: counted, never typed."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from coalition.facts.wording import ordinal
from news.models import StoryPage
from partners.models import Partner


def next_ordinal(day):
    """What a partner is that joins on this day: one more than count on it."""
    return Partner.objects.members(as_of=day).count() + 1


def untrue_numbers(release):
    """Sentences: what its texts would say of numbers and what readers would count differ."""
    drafts = [item.revision.as_object() for item in release.items.with_rows() if item.is_there]
    joining = [draft for draft in drafts if isinstance(draft, Partner) and not draft.live]
    for partner in joining:
        yield from _untrue_ordinal(partner, joining)
        for story in drafts:
            if isinstance(story, StoryPage) and partner in story.partners.all():
                yield from _too_early(story, partner)


def _untrue_ordinal(partner, joining):
    first = next_ordinal(partner.joined_latest)
    last = first - 1 + sum(other.joined_latest <= partner.joined_latest for other in joining)
    if partner.ordinal and not first <= partner.ordinal <= last:
        yield _(
            "The register entry says that %(partner)s is the %(written)s partner; published now "
            "it is the %(counted)s on the day it joined. Correct the entry."
        ) % {
            "partner": partner,
            "written": ordinal(partner.ordinal),
            "counted": ordinal(last),
        }


def _too_early(story, partner):
    if story.date < partner.joined_latest:
        yield _(
            "“%(story)s” is dated %(day)s, when %(partner)s does not count yet: its numbers "
            "would be one too low. Correct one of the two dates."
        ) % {"story": story.title, "day": date_format(story.date, "j F Y"), "partner": partner}


def remarks_on(partner):
    """Sentences for reviewers: where the ordinal comes from, and what it makes of other stories."""
    words = {"partner": partner, "ordinal": ordinal(partner.ordinal)}
    yield (
        _(
            "%(partner)s is the %(ordinal)s: one more than the partners that count on the day it "
            "joined. Texts quote this number as a fact; nobody types it."
        )
        % words
    )
    others = Partner.objects.members().exclude(pk=partner.pk)
    if others.filter(joined_latest=partner.joined_latest).exists():
        yield _(
            "Others joined on the same day. Stories tell their numbers as of their day, so those "
            "about the others will name this ordinal too."
        )
    if others.filter(joined_latest__gt=partner.joined_latest).exists():
        yield _(
            "Others joined later. Stories dated since then will count one partner more than "
            "they do now."
        )
