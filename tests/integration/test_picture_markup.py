"""How a picture stands in a page: in formats for all browsers, the first one hurried."""

import re

import pytest

from coalition.demo.builders import build_picture, build_story

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
