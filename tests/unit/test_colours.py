"""Where no stylesheet of the site reaches, its colours stand in figures: the same ones."""

import re

import pytest
from django.conf import settings

from coalition.demo.pictures.palette import oklch

PLACES = [
    "coalition/cards/drawing.py",
    "coalition/cards/strokes.py",
    "static/embed/counter.css",
    "templates/components/assets.html",
    "templates/partners/map.svg",
    "templates/partners/open_data/counter.svg",
]


def read(place):
    return (settings.BASE_DIR / place).read_text()


@pytest.fixture(scope="module")
def tokens():
    written = re.findall(r"oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)", read("static/css/tokens.css"))
    inks = (oklch(*map(float, numbers)) for numbers in written)
    return {"#{:02x}{:02x}{:02x}".format(*ink) for ink in inks}


@pytest.mark.parametrize("place", PLACES)
def test_every_colour_is_one_of_the_stylesheets(tokens, place):
    colours = set(re.findall(r"#[0-9a-f]{6}\b", read(place)))

    assert colours
    assert colours <= tokens
