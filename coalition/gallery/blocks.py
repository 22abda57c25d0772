"""Each block of a body: with what it previews in the editor, and with what the library holds."""

from coalition.gallery.specimen import Specimen
from coalition.media.models import DocumentFile, Picture, Video
from coalition.pages.blocks import StandardBody

FILM = "https://www.youtube.com/watch?v=aaaaaaaaaaa"


def previewed_blocks():
    blocks = StandardBody().child_blocks
    for name, block in blocks.items():
        yield body_of(name, [(name, block.get_preview_value())])


def filled_blocks():
    picture = Picture.objects.cut_to("figure").order_by("pk").first()
    if picture is None:
        return
    figure = {"image": picture, "alt_text": picture.title, "caption": "Who, where, when"}
    decoration = figure | {"alt_text": "", "is_decorative": True}
    embed = {
        "url": FILM,
        "title": "What the film shows",
        "poster": picture,
        "transcript": "<p>…</p>",
    }
    yield body_of("figure", [("figure", figure)])
    yield body_of(
        "gallery", [("gallery", {"title": "Pictures", "figures": [figure, figure, decoration]})]
    )
    yield body_of("film on another site", [("embed", embed)])
    for video in Video.objects.with_all_to_play()[:1]:
        yield body_of("video", [("video", {"video": video, "caption": "Who, where, when"})])
    for document in DocumentFile.objects.order_by("pk")[:1]:
        yield body_of("document", [("document", {"document": document, "title": ""})])


def body_of(state, blocks):
    body = StandardBody()
    value = body.normalize(blocks)
    return Specimen(state, "gallery/body.html", {"body": value, "page": None})
