"""Pictures of posts: let in by the same door as those that editors upload."""

from contextlib import closing
from io import BytesIO
from zipfile import BadZipFile
from zlib import error as DamagedZip

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images.forms import get_image_form
from wagtail.models import Collection
from wagtail.utils.file import hash_filelike

from coalition.media.cleaning.pictures import BROKEN
from coalition.media.cutting import cut
from coalition.media.models import Picture
from coalition.social.exchange.shrinking import shrunk
from coalition.social.models import SocialPost


class PictureRefused(Exception):
    """Says why."""


def picture_of(step, archive):
    """The picture of a post, kept if it is not yet; None if it has none."""
    if not step.post.medium:
        return None
    form = _checked(step.post, _upload(archive, step.post.medium))
    kept = step.row and step.row.picture
    with closing(form.instance.file) as cleaned:
        # What is stored is what was cleaned.
        if kept and kept.file_hash == hash_filelike(cleaned):
            return kept
        return _keep(form)


def check(post, archive):
    """Refuse what would be refused, and keep nothing."""
    if post.medium:
        _checked(post, _upload(archive, post.medium)).instance.file.close()


def forget(picture):
    """The row, its cuts, and all their files."""
    for rendition in picture.renditions.all():
        rendition.file.delete(save=False)
    picture.file.delete(save=False)
    picture.delete()


def _upload(archive, medium):
    """Never more of it than is needed to see that it is too large."""
    try:
        with archive.open(medium.name) as file:
            original = file.read(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE + 1)
        upload = SimpleUploadedFile(medium.name.rpartition("/")[2], shrunk(original))
    except (BadZipFile, DamagedZip, *BROKEN) as error:
        raise PictureRefused(str(error)) from error
    # It may have been taken down as it lies in the archive, however large.
    upload.sent_hash = hash_filelike(BytesIO(original))
    return upload


def _checked(post, upload):
    """Whoever asks closes its file: a form is in memory until the garbage is collected."""
    title = post.medium.alt or f"{post.author_name}, {post.posted_at:%Y-%m-%d}"
    values = {"title": title[:255], "collection": Collection.get_first_root_node().pk}
    form = get_image_form(Picture)(values, {"file": upload})
    try:
        with upload:
            is_valid = form.is_valid()
    except BROKEN as error:
        raise PictureRefused(str(error)) from error
    if not is_valid:
        raise PictureRefused(" ".join(text for texts in form.errors.values() for text in texts))
    return form


def _keep(form):
    """Cut to the shape it is shown in: an archive has many, and editors will choose few of them."""
    form.instance.shown_as = ()
    picture = form.save()
    try:
        cut(picture, *SocialPost.shows_pictures_as)
    except BROKEN as error:
        # The head of the file was in order, and the rest is not.
        forget(picture)
        raise PictureRefused(str(error)) from error
    return picture
