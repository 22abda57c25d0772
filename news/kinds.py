"""What sorts of story there are, and what each cannot go public without."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class StoryKind(models.TextChoices):
    NEWS = "news", _("News")
    STATEMENT = "statement", _("Statement")
    JOINT_STATEMENT = "joint-statement", _("Joint statement")
    PRESS_RELEASE = "press-release", _("Press release")
    READOUT = "readout", _("Readout")
    FACT_SHEET = "fact-sheet", _("Fact sheet")
    VIDEO = "video", _("Video")


STATEMENTS = (StoryKind.STATEMENT, StoryKind.JOINT_STATEMENT)

FEWEST_ISSUERS = {StoryKind.STATEMENT: 1, StoryKind.JOINT_STATEMENT: 2}


def what_is_missing(kind, *, issuers, document, video):
    """What an editor should be told before a story of this kind goes public, by field."""
    missing = {}
    if issuers < FEWEST_ISSUERS.get(kind, 0):
        missing["kind"] = (
            _("A joint statement is made by two or more: name them under “Issued by”.")
            if kind == StoryKind.JOINT_STATEMENT
            else _("Say under “Issued by” whose statement this is.")
        )
    if kind == StoryKind.FACT_SHEET and not document:
        missing["document"] = _("A fact sheet needs the document that readers download.")
    if kind == StoryKind.VIDEO and not video:
        missing["video"] = _("Choose the video that this story shows.")
    return missing
