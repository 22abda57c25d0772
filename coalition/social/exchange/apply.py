"""Keeps what an archive says, one post after the other: each with all it has, or not at all."""

from django.db import transaction
from wagtail.models import Locale

from coalition.social.exchange.pictures import PictureRefused, forget, picture_of
from coalition.social.exchange.plan import fingerprint, kept_as
from coalition.social.models import SocialPost

# What the history of a post calls it; `wagtail_hooks` has the words.
IMPORTED = "social.import"


def take(step, archive):
    """Do what a step says. Returns why its picture was refused: the post is kept without it."""
    try:
        picture, refusal = picture_of(step, archive), ""
    except PictureRefused as error:
        picture, refusal = None, str(error)
    row = step.row or SocialPost(live=False)
    is_new = picture and picture != row.picture
    try:
        with transaction.atomic():
            _keep(row, step.post, picture)
    except BaseException:
        if is_new:
            forget(picture)
        raise
    return refusal


def _keep(row, post, picture):
    for name, value in kept_as(post).items():
        setattr(row, name, value)
    row.picture = picture
    row.imported_as = fingerprint(post)
    if row._state.adding:
        row.locale = Locale.objects.get(language_code=post.language)
        row.full_clean()
        row.save()
    revision = row.save_revision(log_action=IMPORTED)
    revision.publish(skip_permission_checks=True)
