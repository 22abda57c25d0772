"""How a picture stands in a page: in formats for all browsers, the first one hurried."""

import re
from io import BytesIO

import pytest
from PIL import Image

from coalition.demo.builders import build_picture, build_story
from coalition.media.shapes import SHAPES

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(visitor):
    story = build_story(
        picture=build_picture(),
        picture_alt="A bridge",
        body=[("figure", {"image": build_picture(), "alt_text": "A gate", "caption": ""})],
    )
    return visitor.get(story.url).content.decode()


def pictures_in(page):
    return re.findall(r"<picture>.*?</picture>", page, re.DOTALL)


def test_it_comes_in_two_modern_formats_and_one_for_all(page):
    for picture in pictures_in(page):
        kinds = re.findall(r'<source type="([^"]+)" srcset="[^"]+ [0-9]+w', picture)
        assert kinds == ["image/avif", "image/webp"]
        assert re.search(r'<img[^>]* src="[^"]+\.jpg" width="[0-9]+" height="[0-9]+"', picture)


def test_only_the_first_one_is_hurried(page):
    first, second = pictures_in(page)

    assert 'fetchpriority="high"' in first
    assert "loading" not in first
    assert 'loading="lazy"' in second
    assert "fetchpriority" not in second


def test_narrow_screens_have_a_higher_crop_of_the_first_one_and_room_for_it(page):
    first, second = pictures_in(page)
    kept = r'<source media="\(max-width: 39.99em\)" width="([0-9]+)" height="([0-9]+)" type="(.+?)"'

    crops = re.findall(kept, first)

    assert [image_format for _, _, image_format in crops] == ["image/avif", "image/webp"]
    # As far as whole pixels allow.
    for width, height, _ in crops:
        assert int(width) / int(height) == pytest.approx(4 / 3, abs=0.03)
    assert first.rindex("media=") < first.index("<source type=")
    assert "media=" not in second


def test_a_crop_keeps_what_matters():
    sheet, jpeg = Image.new("RGB", (200, 100), "red"), BytesIO()
    sheet.paste("blue", (100, 0, 200, 100))
    sheet.save(jpeg, "JPEG")
    narrow = SHAPES["lead"].on_narrow.spec(672, "webp")

    picture = build_picture(jpeg=jpeg.getvalue(), focal_point=(180, 50, 20, 20), cut_to=["lead"])

    with picture.renditions.get(filter_spec=narrow).file.open() as file:
        red, _, blue = Image.open(file).convert("RGB").getpixel((50, 50))
    assert red < 50 < blue
