"""What the stories of a language can be about, besides partners: few things, so they are kept."""

from dataclasses import dataclass

from coalition.about.models import LineOfEffortPage
from coalition.campaigns.models import CampaignPage
from coalition.delivery.kept import kept
from news.models.topic import Topic


@dataclass(frozen=True)
class Subjects:
    """Each by key and in the order in which readers meet them; pages only if they are readable."""

    topics: dict
    lines_of_effort: dict
    campaigns: dict


def subjects(page):
    """Those of the page's language; whoever shows some of them waits for those."""
    return kept(f"story-subjects:{page.locale_id}", lambda: subjects_now(page), tags=())


def subjects_now(page):
    return Subjects(
        topics=by_key(Topic.objects.filter(locale_id=page.locale_id)),
        lines_of_effort=by_key(readable(LineOfEffortPage, page).order_by("path")),
        campaigns=by_key(readable(CampaignPage, page)),
    )


def readable(model, page):
    return model.objects.readable().in_language_of(page).defer("body")


def by_key(rows):
    return {row.pk: row for row in rows}
