"""Each kind of edit to pictures, documents, films and the collections they lie in."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from wagtail.models import CollectionViewRestriction

from coalition.demo.builders import build_picture
from coalition.demo.builders.media import plain_jpeg, set_focal_point
from coalition.demo.builders.search import empty_pdf
from coalition.takedowns.taking_down import take_down
from tests.edited_site import change, fresh
from tests.telling_files import vtt


def replace_picture(site):
    other = ImageFile(BytesIO(plain_jpeg((60, 60))), name="other.jpg")
    picture = change(site.picture, file=other)
    picture._set_image_file_metadata()
    picture.save()
    picture.renditions.all().delete()


def move_focal_point(site):
    picture = fresh(site.picture)
    set_focal_point(picture, 8, 8, 8, 8)
    picture.save()


def transcribe(site):
    captions = site.film.captions.first()
    change(captions, transcript="<p>The looms stand still.</p>").save()


def subtitle(site):
    captions = site.film.captions.first()
    change(captions, file=ContentFile(vtt("They stand."), "captions.vtt")).save()


EDITS_OF_FILES = {
    "a picture's credit": lambda s: change(s.picture, credit="Somebody").save(),
    "a picture's file": replace_picture,
    "a picture's focal point": move_focal_point,
    "a new picture": lambda s: build_picture(),
    "a document's title": lambda s: change(s.report, title="The report").save(),
    "a document's file": lambda s: change(
        s.report, file=ContentFile(empty_pdf(), name="again.pdf")
    ).save(),
    "a film's title": lambda s: change(s.film, title="The looms").save(),
    "captions": subtitle,
    "a transcript": transcribe,
    "a closed collection": lambda s: CollectionViewRestriction.objects.create(
        collection=fresh(s.shelf), restriction_type="login"
    ),
    "a collection opened again": lambda s: s.closed.view_restrictions.get().delete(),
    "a new collection": lambda s: fresh(s.shelf).add_child(name="New"),
    "taken down": lambda s: take_down(fresh(s.report), "Somebody is in danger."),
}
