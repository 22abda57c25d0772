"""What keeps a release back: stories that lack what their kind cannot go public without."""

from django.utils.translation import gettext as _

from news.kinds import what_is_missing
from news.models import StoryPage


def unfinished_stories(release):
    """Sentences, each naming the story it is about: no form has asked these drafts."""
    for item in release.items.with_rows():
        story = item.revision.as_object() if item.is_there else None
        if isinstance(story, StoryPage):
            for problem in missing_from(story).values():
                yield _("%(item)s – %(problem)s") % {"item": item, "problem": problem}


def missing_from(story):
    return what_is_missing(
        story.kind,
        issuers=len(story.issuers.all()),
        document=story.document_id,
        video=story.video_id,
    )
