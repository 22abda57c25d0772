"""What a reader is told of a text, and the reference below a story."""

from django.utils import timezone

from coalition.gallery.specimen import Specimen, changed, newest_stories
from coalition.genuine.comparison import Comparison
from coalition.genuine.models import Version
from coalition.genuine.verdict import Verdict
from coalition.genuine.words import words_of
from coalition.pages.models import Imprint, Withdrawal

OURS = "Two schools opened their doors this week.\nWater flows again."
THEIRS = OURS.replace("Two schools", "No school")

OUTCOMES = (
    *("current", "earlier", "withdrawn", "excerpt", "framed", "altered"),
    *("unknown", "short"),
)


def verdicts():
    imprint = Imprint(reference="GC-2020-0042", version=2)
    comparison = Comparison(OURS, words_of(OURS), THEIRS, words_of(THEIRS))
    version = Version(number=1, published_at=timezone.now())
    yield Specimen("reference", "genuine/imprint.html", {"imprint": imprint})
    for story in [*newest_stories().values()][:1]:
        withdrawal = Withdrawal(date=timezone.localdate())
        ours = changed(story, imprint=imprint, withdrawal=withdrawal)
        for outcome in OUTCOMES:
            verdict = Verdict(outcome, ours, version, comparison)
            yield Specimen(outcome, verdict.template, {"verdict": verdict})
