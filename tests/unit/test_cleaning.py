"""What a stored file still tells, and what is not stored at all."""

import struct
import zipfile
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader

from coalition.media.cleaning.files import clean
from coalition.media.cleaning.refusal import Refused
from tests import telling_files as telling

SECRET = telling.SECRET.encode()


def cleaned(content, name):
    with clean(BytesIO(content), name) as file:
        return file.read()


def opened(content):
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def refusal_of(content, name):
    with pytest.raises(Refused) as refusal:
        cleaned(content, name)
    assert all(refusal.value.messages)
    return refusal.value.code


@pytest.mark.parametrize("extension", telling.TELLING_PICTURES)
def test_a_picture_tells_its_colours_and_nothing_else(extension):
    picture = telling.TELLING_PICTURES[extension]()
    assert opened(picture).getexif()

    clean_picture = cleaned(picture, f"a.{extension}")

    told = opened(clean_picture)
    assert told.info["icc_profile"] == telling.COLOURS
    assert not told.getexif()
    assert not {"comment", "exif", "photoshop", "xmp", "Author", "Comment"} & told.info.keys()
    assert SECRET not in clean_picture


@pytest.mark.parametrize("extension", telling.TELLING_PICTURES)
def test_a_picture_keeps_its_pixels(extension):
    told = opened(cleaned(telling.TELLING_PICTURES[extension](), f"a.{extension}")).convert("RGB")

    assert told.size == telling.PIXELS
    for place, colour in {(4, 4): (200, 0, 0), (44, 4): (0, 0, 200)}.items():
        assert told.getpixel(place) == pytest.approx(colour, abs=6)


def test_a_turned_picture_stands_upright():
    told = opened(cleaned(telling.telling_jpeg(telling.TURNED), "a.jpg"))

    assert told.size == telling.PIXELS[::-1]
    assert told.getpixel((4, 4)) == pytest.approx((200, 0, 0), abs=6)
    assert told.getpixel((4, 44)) == pytest.approx((0, 0, 200), abs=6)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_printed_pictures_are_cleaned_too(mode):
    picture = telling.saved(telling.halves().convert(mode), "JPEG", exif=telling.exif())

    assert opened(cleaned(picture, "a.jpeg")).mode == mode


def test_what_is_transparent_stays_so():
    for picture in (Image.new("RGBA", (9, 9), (0, 0, 0, 0)), Image.new("P", (9, 9))):
        png = telling.saved(picture, "PNG", transparency=0) if picture.mode == "P" else None
        png = png or telling.saved(picture, "PNG")

        assert opened(cleaned(png, "a.png")).convert("RGBA").getpixel((1, 1))[3] == 0


@pytest.mark.parametrize("behind", [telling.HTML, telling.archive({"a.class": b"PROGRAM"})])
def test_what_hides_behind_a_picture_is_left_behind(behind):
    picture = telling.telling_jpeg()

    assert cleaned(picture + behind, "a.jpg") == cleaned(picture, "a.jpg")


def test_a_colour_profile_that_is_none_is_left_behind():
    picture = telling.saved(telling.halves(), "JPEG", icc_profile=telling.HTML)

    assert "icc_profile" not in opened(cleaned(picture, "a.jpg")).info


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (telling.HTML, "a.jpg", "unreadable"),
        (telling.SVG, "a.svg", "kind"),
        (telling.SVG, "a.png", "unreadable"),
        (b"GIF89a", "a.gif", "kind"),
        (telling.telling_png(), "a.jpg", "unreadable"),
        (telling.telling_jpeg()[:-400], "a.jpg", "unreadable"),
        (telling.png_of(9000, 9000), "a.png", "pixels"),
        (telling.png_of(1, 60_000), "a.png", "ratio"),
        (telling.moving("WEBP"), "a.webp", "moves"),
        (telling.moving("PNG"), "a.png", "moves"),
        (b"", "a.jpg", "unreadable"),
        (b"%PDF-1.7", "no extension", "kind"),
    ],
)
def test_refuses_what_is_no_picture_to_be_shown(content, name, code):
    assert refusal_of(content, name) == code


def test_a_pdf_tells_its_pages_and_nothing_else():
    clean_pdf = cleaned(telling.pdf(), "a.pdf")

    told = PdfReader(BytesIO(clean_pdf))
    assert len(told.pages) == 1
    assert told.pages[0]["/Annots"][0].get_object()["/Contents"] == "See page 3"
    assert not told.metadata
    assert SECRET not in clean_pdf
    photograph = told.pages[0]["/Resources"]["/XObject"]["/Photo"].get_object()
    assert opened(photograph._data).size == telling.PIXELS


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (telling.HTML, "unreadable"),
        (b"%PDF-1.7\n" + telling.HTML, "unreadable"),
        (telling.HTML + telling.pdf(), "unreadable"),
        (telling.pdf_with_program(), "acts"),
        (telling.pdf_that_launches(), "acts"),
        (telling.pdf_with_a_file_inside(), "acts"),
        (telling.locked_pdf(), "locked"),
    ],
)
def test_refuses_a_pdf_that_acts_or_is_none(content, code):
    assert refusal_of(content, "a.pdf") == code


@pytest.mark.parametrize("extension", [*telling.HEARTS, "odt"])
def test_an_office_file_tells_its_words_and_nothing_else(extension):
    content = telling.odt() if extension == "odt" else telling.office(extension)

    with zipfile.ZipFile(BytesIO(cleaned(content, f"a.{extension}"))) as archive:
        assert archive.testzip() is None
        members = {name: archive.read(name) for name in archive.namelist()}
        days = {entry.date_time for entry in archive.infolist()}

    assert any(b"Words" in member for member in members.values())
    assert not any(SECRET in member for member in members.values())
    assert (days, archive.comment) == ({(1980, 1, 1, 0, 0, 0)}, b"")


@pytest.mark.parametrize(
    ("content", "name", "code"),
    [
        (telling.office("docx"), "a.xlsx", "unreadable"),
        (telling.archive({"a.txt": b"a"}), "a.docx", "unreadable"),
        (telling.HTML, "a.docx", "unreadable"),
        (telling.office("docx")[:-30], "a.docx", "unreadable"),
        (telling.office("docx", **{"word/vbaProject.bin": b"a"}), "a.docx", "acts"),
        (telling.office("docx", **{"word/embeddings/oleObject1.bin": b"a"}), "a.docx", "acts"),
        (
            telling.office("xlsx", **{"xl/externalLinks/externalLink1.xml": "<a/>"}),
            "a.xlsx",
            "acts",
        ),
        (telling.odt(**{"Basic/Standard/script-lb.xml": "<a/>"}), "a.odt", "acts"),
        (telling.office("docx", **{"../../evil.xml": "<a/>"}), "a.docx", "names"),
        (
            telling.office("docx", **{"word/a.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]>"}),
            "a.docx",
            "fetches",
        ),
        (
            telling.office(
                "docx",
                **{
                    "word/_rels/settings.xml.rels": '<Relationship Type="x/attachedTemplate"'
                    ' Target="https://elsewhere.example/a.dotm" TargetMode="External"/>'
                },
            ),
            "a.docx",
            "fetches",
        ),
    ],
)
def test_refuses_an_office_file_that_acts_or_is_none(content, name, code):
    assert refusal_of(content, name) == code


def test_does_not_unpack_what_would_fill_our_memory():
    bomb = telling.office("docx", **{"word/a.xml": bytes(201 * 1024 * 1024)})

    assert len(bomb) < 400_000
    assert refusal_of(bomb, "a.docx") == "bomb"


def test_a_file_in_itself_in_itself_is_refused():
    inner = telling.office("xlsx", **{"xl/embeddings/a.docx": telling.office("docx")})

    assert (
        refusal_of(telling.office("pptx", **{"ppt/embeddings/a.xlsx": inner}), "a.pptx") == "acts"
    )


def test_an_archive_is_cleaned_file_by_file():
    content = telling.archive({"poster.pdf": telling.pdf(), "photo.jpg": telling.telling_jpeg()})

    with zipfile.ZipFile(BytesIO(cleaned(content, "kit.zip"))) as archive:
        assert archive.namelist() == ["poster.pdf", "photo.jpg"]
        assert SECRET not in archive.read("poster.pdf") + archive.read("photo.jpg")


@pytest.mark.parametrize("name", ["setup.exe", "page.html", "inner.zip"])
def test_refuses_an_archive_of_what_we_would_not_take(name):
    assert refusal_of(telling.archive({name: telling.archive({"a.txt": b"a"})}), "a.zip") == "kind"


@pytest.mark.parametrize("cell", ["=1+1", "@SUM(A1)", "+cmd|' /C calc'!A0", "-2+3", "\t=1"])
def test_refuses_a_table_with_a_formula(cell):
    assert refusal_of(f'country,number\nIraq,"{cell}"\n'.encode(), "a.csv") == "formula"


@pytest.mark.parametrize("cell", ["-5", "+12 %", "-1,234.5", "-", "a=b", "العراق"])
def test_keeps_a_table_with_numbers_as_it_is(cell):
    table = f'country,number\nIraq,"{cell}"\n'.encode("utf-8-sig")

    assert cleaned(table, "a.csv") == table


@pytest.mark.parametrize("name", ["a.txt", "a.csv", "a.vtt"])
@pytest.mark.parametrize("content", [telling.HTML, b"MZ\x00\x01", "été".encode("utf-16")])
def test_refuses_a_text_that_is_none(name, content):
    assert refusal_of(content, name) == "text"


def test_refuses_captions_that_no_browser_reads():
    assert refusal_of(b"1\n00:00 --> 00:01\nHello", "a.vtt") == "unreadable"


@pytest.mark.parametrize(("film", "name"), [(telling.mp4(), "a.mp4"), (telling.webm(), "a.webm")])
def test_a_film_keeps_its_frames_where_they_were_and_tells_nothing_else(film, name):
    clean_film = cleaned(film, name)

    assert SECRET not in clean_film
    assert b"+36.34" not in clean_film
    assert struct.pack(">I", 3_800_000_000) not in clean_film
    assert (len(clean_film), clean_film.index(b"frames")) == (len(film), film.index(b"frames"))


@pytest.mark.parametrize(
    ("film", "name", "code"),
    [
        (telling.mp4(kind_of_track=b"meta"), "a.mp4", "tells"),
        (telling.HTML, "a.mp4", "unreadable"),
        (telling.mp4()[:-3], "a.mp4", "unreadable"),
        (telling.webm(), "a.mp4", "unreadable"),
        (telling.mp4(), "a.webm", "unreadable"),
        (telling.webm()[:-3], "a.webm", "unreadable"),
    ],
)
def test_refuses_a_film_that_tells_or_is_none(film, name, code):
    assert refusal_of(film, name) == code
