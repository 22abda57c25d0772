"""Notes what was published, and when its words were others than before.

Listening to signals, because every way of publishing ends in Wagtail's own; and only once all of
a publication has come true, because its stories may quote numbers that it changes itself.
"""

from django.db import transaction
from django.db.models import F, Q
from wagtail.signals import page_published

from coalition.genuine.canonical import text_of
from coalition.genuine.models import Reference
from coalition.genuine.words import fingerprint, words_of
from coalition.pages.models import Imprint
from news.models import StoryPage


def listen():
    page_published.connect(record_once_published, sender=StoryPage, dispatch_uid="genuine")


def record_once_published(instance, **kwargs):
    key = instance.pk
    transaction.on_commit(lambda: record(unrecorded().filter(pk=key)), robust=True)


def unrecorded():
    """Stories that readers see, published since we looked at them last."""
    is_newer = Q(imprint=None) | Q(imprint__published_at__lt=F("last_published_at"))
    return StoryPage.objects.readable().filter(is_newer, alias_of=None)


def record(stories):
    """How many were noted; what nobody can read waits until somebody can."""
    stories = list(stories.select_related("locale").order_by("date", "pk"))
    for story in stories:
        record_one(story)
    return len(stories)


@transaction.atomic
def record_one(story):
    reference, _ = Reference.objects.get_or_create(
        translation_key=story.translation_key, defaults={"year": story.date.year}
    )
    Imprint.objects.update_or_create(
        page_id=story.pk,
        defaults={
            "reference": str(reference),
            "version": version_of(story).number,
            "published_at": story.last_published_at,
        },
    )


def version_of(story):
    """The newest version, a new one if the words are not those of the last."""
    now = fingerprint(words_of(text_of(story)))
    last = story.versions.newest_first().first()
    if last and last.fingerprint == now:
        return last
    version, _ = story.versions.get_or_create(
        number=last.number + 1 if last else 1,
        defaults={"published_at": story.last_published_at, "fingerprint": now},
    )
    return version
