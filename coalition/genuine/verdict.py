"""What we say of a text that somebody holds against us."""

from dataclasses import dataclass

from coalition.genuine.candidates import Candidate, closest
from coalition.genuine.comparison import Comparison
from coalition.genuine.models import Version
from coalition.genuine.words import fingerprint, words_of
from news.models import StoryPage

# Fewer stand in everybody's texts.
FEWEST_WORDS = 6


@dataclass(frozen=True)
class Verdict:
    """`outcome` names one of the templates in `genuine/verdicts/`."""

    outcome: str
    story: StoryPage | None = None
    # None if the words are ours today because a number that they quote has been put right.
    version: Version | None = None
    comparison: Comparison | None = None

    @property
    def template(self):
        return f"genuine/verdicts/{self.outcome}.html"


def verdict_on(text):
    words = words_of(text)
    if len(words) < FEWEST_WORDS:
        return Verdict("short")
    version = published_as(words)
    if version:
        return verdict_on_version(version, text, words)
    candidate = closest(text, words)
    if candidate is None:
        return Verdict("unknown")
    comparison = compare(candidate, text, words)
    if comparison.is_same:
        return Verdict("current", candidate.story)
    return Verdict(outcome_of(comparison), candidate.story, comparison=comparison)


def outcome_of(comparison):
    if comparison.is_excerpt:
        return "excerpt"
    return "framed" if comparison.is_framed else "altered"


def verdict_on_version(version, text, words):
    story = version.page
    if story.withdrawal:
        # Its words are shown to nobody, and neither is where others differ from them.
        return Verdict("withdrawn", story, version)
    comparison = compare(Candidate(story, words), text, words)
    if comparison.is_same or version.number == story.imprint.version:
        return Verdict("current", story, version)
    return Verdict("earlier", story, version, comparison)


def published_as(words):
    """The newest version that says exactly this, of a page that readers can still come to."""
    versions = Version.objects.filter(fingerprint=fingerprint(words))
    versions = versions.filter(page__in=StoryPage.objects.reachable().order_by())
    return versions.select_related("page__locale", "page__imprint").newest_first().first()


def compare(candidate, text, words):
    return Comparison(candidate.text, candidate.words, text, words)
