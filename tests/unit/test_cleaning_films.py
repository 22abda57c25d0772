"""What a film keeps is what it needs to play, and nothing of it moves."""

from io import BytesIO

import pytest

from coalition.demo.content import FILMS
from coalition.media.cleaning.files import clean
from tests import telling_files as telling

SECRET = telling.SECRET.encode()
FOLDERS = (b"moov", b"trak", b"mdia", b"minf", b"stbl", b"stsd")


def cleaned(content, name):
    with clean(BytesIO(content), name) as file:
        return file.read()


@pytest.mark.parametrize("kind", telling.BESIDE)
@pytest.mark.parametrize("folder", [b"moov", b"moof", b"mfra"])
def test_a_box_that_no_film_needs_becomes_empty_room_of_its_size(folder, kind):
    film = telling.mp4()
    film += telling.box(folder, telling.box(kind, SECRET))

    told = cleaned(film, "a.mp4")

    assert told.endswith(telling.box(folder, telling.box(b"free", bytes(len(SECRET)))))


def test_a_film_names_neither_camera_nor_program_nor_disk():
    told = cleaned(telling.mp4(), "a.mp4")

    assert b"Leic" not in told
    assert b"file:" not in told
    assert telling.box(b"avcC", b"how to read them") in told


def test_what_we_do_not_know_among_the_ways_to_read_a_track_stays_and_is_not_entered():
    unknown = telling.box(b"stsd", bytes(8) + telling.box(b"abcd", b"how to read it"))
    for _turn in range(500):
        for kind in reversed(FOLDERS[:-1]):
            unknown = telling.box(kind, unknown)
        unknown = telling.box(b"stsd", bytes(8) + unknown)
    for kind in reversed(FOLDERS[:-1]):
        unknown = telling.box(kind, unknown)

    assert cleaned(telling.mp4() + unknown, "a.mp4").endswith(unknown)


@pytest.mark.parametrize("version", [0, 1])
def test_sound_is_read_as_its_version_says(version):
    told_by_quicktime = bytes(16) if version else b""
    sound = bytes(8) + version.to_bytes(2) + bytes(18) + told_by_quicktime
    sound += telling.box(b"esds", b"how to read it")
    film = telling.box(b"stsd", bytes(8) + telling.box(b"mp4a", sound))
    for kind in reversed(FOLDERS[:-1]):
        film = telling.box(kind, film)

    assert cleaned(telling.mp4() + film, "a.mp4").endswith(film)


def test_the_end_of_a_list_in_quicktime_is_no_damage():
    film = telling.mp4() + telling.box(b"moov", telling.box(b"trak", bytes(4)))

    assert cleaned(film, "a.mp4").endswith(telling.box(b"trak", bytes(4)))


def test_our_own_film_loses_the_names_of_programs_and_nothing_else():
    film = (FILMS / "partners-by-region.mp4").read_bytes()

    told = cleaned(film, "a.mp4")

    lost = bytes(before for before, after in zip(film, told, strict=True) if before != after)
    assert lost == b"VideoHandler" + b"\x0cLavc libx264" + b"udta5meta!hdlrmdirappl\x08ilst"
