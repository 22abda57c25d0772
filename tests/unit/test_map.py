"""The map of partners: its projection, its drawing from Natural Earth, and how a page shows it."""

import gzip
import json
import re
from itertools import accumulate, pairwise
from math import cos, pi, radians
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st

from coalition.demo.content import read_register
from partners.map.draw import LAND, SHAPES, apart, land_alone, main, on_the_map, territories
from partners.map.equal_earth import project
from partners.map.outline import area, centroid, contains, merged, north_of
from partners.map.places import HEIGHT, WIDTH, is_on_the_map, places
from partners.map.simplify import simplified, triangle
from partners.map.standalone import standalone_map
from partners.map.topology import Country, Topology

KILOBYTE = 1024
LATITUDES = st.floats(-89, 89)
LONGITUDES = st.floats(-180, 180)
POINTS = st.tuples(st.integers(-50, 50), st.integers(-50, 50))

SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0)]


@pytest.fixture(scope="module")
def shapes():
    return json.loads(SHAPES.read_text())


def partner(iso_code, name, url="/en/partners/x/"):
    page = SimpleNamespace(get_url=lambda request: url) if url else None
    return SimpleNamespace(iso_code=iso_code, name=name, page=page)


def whole_register():
    return [
        partner(row["iso2"], row["name_en"], f"/en/partners/{row['name_en'].lower()}/")
        for row in read_register()
    ]


def shown(partners):
    template = Template("{% load partner_map %}{% partner_map partners %}")
    return template.render(Context({"partners": partners}))


def outlines_in(path):
    """The closed lines that a path of `shapes.json` draws."""
    for x, y, steps in re.findall(r"M(-?\d+) (-?\d+)l([^z]+)z", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        xs = accumulate([int(x), *numbers[::2]])
        ys = accumulate([int(y), *numbers[1::2]])
        points = list(zip(xs, ys, strict=True))
        yield [*points, points[0]]


def is_drawn_in(path, longitude, latitude):
    (place,) = on_the_map([(longitude, latitude)])
    return sum(contains(outline, place) for outline in outlines_in(path)) % 2 == 1


# The projection


def test_places_the_corners_of_the_globe_where_the_paper_does():
    assert project(180, 0) == pytest.approx((2.70663, 0), abs=1e-5)
    assert project(180, 90) == pytest.approx((1.60359, 1.31736), abs=1e-5)


@given(LONGITUDES, LATITUDES)
def test_both_halves_of_the_world_mirror_each_other(longitude, latitude):
    x, y = project(longitude, latitude)

    assert project(-longitude, latitude) == pytest.approx((-x, y))
    assert project(longitude, -latitude) == pytest.approx((x, -y))


@given(LONGITUDES, st.lists(LATITUDES, min_size=2, unique_by=lambda latitude: round(latitude, 6)))
def test_what_lies_further_north_is_drawn_higher(longitude, latitudes):
    heights = [project(longitude, latitude)[1] for latitude in sorted(latitudes)]

    assert all(lower < higher for lower, higher in pairwise(heights))


@given(LONGITUDES, LATITUDES)
def test_areas_are_true(longitude, latitude):
    step = 1e-4

    width = project(longitude + step, latitude)[0] - project(longitude - step, latitude)[0]
    height = project(0, latitude + step)[1] - project(0, latitude - step)[1]

    on_the_globe = (2 * step * pi / 180) ** 2 * cos(radians(latitude))
    assert width * height == pytest.approx(on_the_globe, rel=1e-3)


# Drawing


@given(st.lists(POINTS, min_size=2, max_size=40), st.floats(0, 200))
def test_a_simplified_line_keeps_its_ends_and_loses_its_small_corners(line, smallest):
    kept = simplified(line, smallest)

    assert (kept[0], kept[-1]) == (line[0], line[-1])
    assert len(kept) <= len(line)
    assert set(kept) <= set(line)


def test_a_simplified_line_has_no_corner_that_is_too_small():
    line = [(0, 0), (1, 1), (2, 0), (3, 9), (4, 0), (5, 1), (6, 0)]

    kept = simplified(line, 2)

    assert kept == [(0, 0), (2, 0), (3, 9), (4, 0), (6, 0)]
    assert all(triangle(*kept[at : at + 3]) >= 2 for at in range(len(kept) - 2))


def test_neighbours_together_have_no_border_between_them():
    west, border, east = (
        [(2.0, 0.0), (0.0, 0.0), (0.0, 2.0), (2.0, 2.0)],
        [(2.0, 2.0), (2.0, 0.0)],
        [(2.0, 0.0), (4.0, 0.0), (4.0, 2.0), (2.0, 2.0)],
    )

    (outline,) = merged([[0, 1], [~1, ~2]], [west, border, east])

    assert area(outline) == 8
    assert centroid(outline) == (2, 1)


def test_an_outline_that_does_not_close_is_an_error():
    with pytest.raises(ValueError, match="does not close"):
        merged([[0]], [[(0.0, 0.0), (1.0, 0.0)]])


def test_cuts_off_what_lies_south_of_a_line():
    assert area(north_of(1, SQUARE)) == 4
    assert north_of(-1, SQUARE) == []


def test_moves_dots_apart_that_would_lie_on_each_other():
    far, left, right = apart([(500.0, 0.0), (0.0, 0.0), (5.0, 0.0)])

    assert (far, left, right) == ((500, 0), (-5, 0), (10, 0))


def test_an_island_on_the_cut_stays_whole():
    # Saint Lawrence Island reaches from 168.7° to 171.8° west.
    xs = [x for x, _ in on_the_map([(-168.7, 63.3), (-171.8, 63.5), (-168.7, 63.3)])]

    assert max(xs) - min(xs) < 40


def test_draws_disputed_land_as_the_united_nations_do():
    around_crimea = [(33.0, 44.0), (36.0, 44.0), (36.0, 46.0), (33.0, 46.0), (33.0, 44.0)]
    rings = {name: [[number]] for number, name in enumerate(["Somalia", "Somaliland", "Kosovo"])}
    countries = [
        Country("643", "Russia", [[3], [4]]),
        Country("706", "Somalia", rings["Somalia"]),
        Country("", "Somaliland", rings["Somaliland"]),
        Country("", "Kosovo", rings["Kosovo"]),
        Country("", "Siachen Glacier", [[5]]),
        Country("010", "Antarctica", [[6]]),
    ]

    drawn = territories(Topology(countries, [SQUARE, SQUARE, SQUARE, SQUARE, around_crimea]))

    assert drawn == {
        "RU": [[3]],
        "UA": [[4]],
        "SO": [[0], [1]],
        "XK": [[2]],
        "": [[5]],
    }


@pytest.mark.parametrize("text", ["{}", '{"type": "FeatureCollection"}', "no JSON"])
def test_refuses_a_file_that_is_no_topology(tmp_path, text):
    file = tmp_path / "world.json"
    file.write_text(text)

    with pytest.raises(SystemExit, match=r"world\.json: "):
        main(str(file))


# What was drawn


@pytest.mark.parametrize(
    ("iso_code", "longitude", "latitude", "is_inside"),
    [
        ("UA", 34.3, 45.2, True),
        ("RU", 34.3, 45.2, False),
        ("MA", -7, 31, True),
        ("MA", -13, 27, False),
        ("SO", 45, 10, True),
        ("RU", -173, 66.5, True),
        ("ZA", 28.3, -29.6, False),
    ],
)
def test_each_territory_holds_what_is_its_own(shapes, iso_code, longitude, latitude, is_inside):
    assert is_drawn_in(shapes["outlines"][iso_code], longitude, latitude) == is_inside


def test_land_has_no_hole_where_a_partner_would_be(shapes):
    assert is_drawn_in(shapes["land"], 2, 47)
    assert is_drawn_in(shapes["land"], -13, 27)


def test_pages_load_the_same_land(shapes):
    assert LAND.read_text() == land_alone(shapes["land"])


def test_everything_lies_on_the_paper(shapes):
    drawn = [shapes["land"], *shapes["outlines"].values()]
    points = [point for path in drawn for outline in outlines_in(path) for point in outline]

    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in [*points, *shapes["dots"].values()])


def test_every_state_of_the_register_is_on_the_map():
    states = [row["iso2"] for row in read_register() if row["kind"] == "state"]

    assert [iso_code for iso_code in states if not is_on_the_map(iso_code)] == []


# What a page shows


def test_each_partner_is_a_link_with_its_name():
    markup = shown([partner("FR", "France", "/en/partners/france/")])

    assert '<a class="partner-map__partner" href="/en/partners/france/"><title>France' in markup


def test_a_name_cannot_leave_its_place():
    markup = shown([partner("FR", '"><script>', '/"onclick="')])

    assert '"><script>' not in markup
    assert '"onclick' not in markup


def test_a_partner_without_a_page_is_named_but_no_link():
    markup = shown([partner("FR", "France", None)])

    assert '<a class="partner-map__partner" role="img"><title>France' in markup
    assert "href" not in markup.split("<title>")[1]
    assert markup.count("href") == len(["to skip the map", "to the land"])


def test_dots_lie_above_outlines():
    names = [place.name for place in places([("LU", "Luxembourg", None), ("FR", "France", None)])]

    assert names == ["France", "Luxembourg"]


def test_says_which_partners_the_map_cannot_show():
    template = Template(
        "{% load partner_map %}{% for one in partners|not_on_the_map %}{{ one.name }} {% endfor %}"
    )
    partners = [partner("FR", "France"), partner("", "NATO"), partner("EU", "European Union")]

    assert template.render(Context({"partners": partners})) == "NATO European Union "


def test_the_map_of_the_whole_register_is_light():
    markup = shown(whole_register())

    assert len(gzip.compress(markup.encode())) < 16 * KILOBYTE
    assert len(gzip.compress(LAND.read_bytes())) < 9 * KILOBYTE


def test_the_map_brings_no_inline_style_or_script():
    markup = shown(whole_register())

    assert not re.search(r"\sstyle=|<style|<script(?!.* src=)|\son\w+=", markup)


def test_the_drawing_for_other_sites_stands_alone(settings):
    settings.SITE_URL = "https://coalition.example"

    svg = standalone_map("Partners & places", places([("FR", "France", "/en/partners/france/")]))

    drawing = ElementTree.fromstring(svg)  # noqa: S314 - our own words.
    names = {"": "http://www.w3.org/2000/svg"}
    assert drawing.findtext("title", namespaces=names) == "Partners & places"
    assert (
        drawing.find(".//a", names).get("href") == "https://coalition.example/en/partners/france/"
    )
    assert not re.search(r"\sstyle=|<style|<script", svg)
