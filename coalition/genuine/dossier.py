"""All that was published under a reference, in each language."""

from dataclasses import dataclass

from django.utils.translation import get_language

from coalition.genuine.models import Reference, Version
from news.models import StoryPage


@dataclass(frozen=True)
class Edition:
    """The story in one language, as far as readers can come to it."""

    story: StoryPage
    versions: list[Version]

    @property
    def is_in_readers_language(self):
        return self.story.locale.language_code == get_language()

    @property
    def is_withdrawn(self):
        return bool(self.story.withdrawal)


@dataclass(frozen=True)
class Dossier:
    reference: Reference
    editions: list[Edition]


def dossier_of(year, number):
    """None for what is no reference of ours, and for what nobody may see."""
    reference = Reference.objects.filter(year=year, pk=number).first()
    if reference is None:
        return None
    stories = StoryPage.objects.reachable().filter(translation_key=reference.translation_key)
    stories = stories.in_spoken_languages().select_related("locale").order_by("path")
    versions = {}
    for version in Version.objects.filter(page__in=stories).newest_first():
        versions.setdefault(version.page_id, []).append(version)
    editions = [Edition(story, versions[story.pk]) for story in stories if story.pk in versions]
    editions.sort(key=lambda edition: not edition.is_in_readers_language)
    return Dossier(reference, editions) if editions else None
