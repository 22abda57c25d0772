"""Media as visitors get it: what was made for them, and never what it was made from."""

from pathlib import Path

import pytest

from coalition.demo.builders import build_picture

pytestmark = pytest.mark.django_db


@pytest.fixture
def put(media_folder):
    """Lay a file into the media folder."""

    def put(name, content=b"content"):
        path = Path(media_folder, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return put


def test_shows_a_rendition_and_lets_it_be_kept_for_good(visitor):
    rendition = build_picture().get_rendition("width-10|format-webp")

    answer = visitor.get(rendition.url)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "image/webp"
    assert answer["Cache-Control"] == "public, max-age=31536000, immutable"
    assert b"".join(answer).startswith(b"RIFF")


def test_a_file_is_the_same_in_every_language(visitor):
    rendition = build_picture().get_rendition("width-10|format-webp")

    answer = visitor.get(rendition.url, headers={"Accept-Language": "fr"})

    assert {"Vary", "Content-Language"}.isdisjoint(answer.headers)
    assert b"".join(answer)


def test_shows_a_video(visitor, put):
    put("videos/film.mp4", b"film")

    answer = visitor.get("/media/videos/film.mp4")

    assert answer["Content-Type"] == "video/mp4"
    assert b"".join(answer) == b"film"


def test_never_shows_an_original(visitor):
    picture = build_picture()

    assert visitor.get(picture.file.url).status_code == 404


@pytest.mark.parametrize(
    "address",
    [
        "/media/images/../original_images/secret.jpg",
        "/media/images/%2e%2e/original_images/secret.jpg",
        "/media/images/..%2foriginal_images%2fsecret.jpg",
        "/media/images/..\\original_images\\secret.jpg",
        "/media/images/%2e%2e%5coriginal_images%5csecret.jpg",
        "/media//original_images/secret.jpg",
        "/media/./original_images/secret.jpg",
        "/media/images/../../../../../../etc/passwd",
    ],
)
def test_no_roundabout_way_leads_to_an_original(visitor, put, address):
    put("images/rendition.jpg")
    put("original_images/secret.jpg")

    assert visitor.get(address).status_code == 404


@pytest.mark.parametrize(
    "address", ["/media/", "/media/.", "/media/images", "/media/images/", "/media/images/gone.jpg"]
)
def test_what_is_not_there_is_not_found(visitor, address):
    assert visitor.get(address).status_code in (301, 404)


@pytest.mark.parametrize("name", ["page.html", "drawing.svg", "script.js", "photo.jpg.php"])
def test_shows_nothing_that_a_browser_could_run(visitor, put, name):
    put(f"images/{name}")

    assert visitor.get(f"/media/images/{name}").status_code == 404


@pytest.fixture
def film(put):
    put("videos/ten.mp4", b"0123456789")
    return "/media/videos/ten.mp4"


@pytest.mark.parametrize(
    ("asked", "part", "place"),
    [
        ("bytes=0-", b"0123456789", "bytes 0-9/10"),
        ("bytes=2-4", b"234", "bytes 2-4/10"),
        ("bytes=7-99", b"789", "bytes 7-9/10"),
        ("bytes=-3", b"789", "bytes 7-9/10"),
        ("bytes=-99", b"0123456789", "bytes 0-9/10"),
    ],
)
def test_a_film_is_played_from_anywhere(visitor, film, asked, part, place):
    answer = visitor.get(film, headers={"Range": asked})

    assert (answer.status_code, answer["Content-Range"]) == (206, place)
    assert answer["Content-Length"] == str(len(part))
    assert b"".join(answer) == part


@pytest.mark.parametrize("asked", ["bytes=-", "bytes=1-2,4-5", "lines=1-2", "bytes=a-b", "bytes=1"])
def test_what_asks_for_no_part_gets_the_whole(visitor, film, asked):
    answer = visitor.get(film, headers={"Range": asked})

    assert (answer.status_code, b"".join(answer)) == (200, b"0123456789")


@pytest.mark.parametrize("asked", ["bytes=10-", "bytes=5-4", "bytes=-0"])
def test_a_part_that_is_not_there_is_refused(visitor, film, asked):
    answer = visitor.get(film, headers={"Range": asked})

    assert (answer.status_code, answer["Content-Range"]) == (416, "bytes */10")


def test_media_can_do_nothing_in_our_name(visitor, film):
    answer = visitor.get(film)
    answer.close()

    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
