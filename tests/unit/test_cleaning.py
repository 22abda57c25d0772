"""What a stored file still tells, and what is not stored at all."""

import struct
import zipfile
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, NameObject

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


def test_a_colour_profile_larger_than_any_is_left_behind():
    huge = telling.COLOURS + bytes(4 * 1024 * 1024)
    picture = telling.saved(telling.halves(), "JPEG", icc_profile=huge)

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


def behind_a_reference(dictionary, name, value):
    def change(writer):
        thing = dictionary(writer)
        thing[NameObject(name)] = writer._add_object(value)

    return telling.pdf(change)


@pytest.mark.parametrize("action", ["/Launch", "/GoToR"])
def test_what_a_pdf_does_is_found_behind_a_reference(action):
    def opening(writer):
        return writer.root_object.setdefault(NameObject("/OpenAction"), telling.dictionary(F="a"))

    assert refusal_of(behind_a_reference(opening, "/S", NameObject(action)), "a.pdf") == "acts"


def test_a_pdf_leads_to_no_other_file():
    content = telling.pdf(telling.opens_with(telling.dictionary(S="/GoToR", F="elsewhere.pdf")))

    assert refusal_of(content, "a.pdf") == "acts"


@pytest.mark.parametrize("is_list", [False, True])
def test_a_photograph_in_a_pdf_is_found_behind_a_reference(is_list):
    def photograph(writer):
        return writer.pages[0]["/Resources"]["/XObject"]["/Photo"]

    def change(writer):
        jpeg = writer._add_object(NameObject("/DCTDecode"))
        photograph(writer)[NameObject("/Filter")] = ArrayObject([jpeg]) if is_list else jpeg

    assert SECRET not in cleaned(telling.pdf(change), "a.pdf")


def test_a_field_of_a_form_keeps_its_name_behind_a_reference():
    def note(writer):
        return writer.pages[0]["/Annots"][0]

    content = behind_a_reference(note, "/Subtype", NameObject("/Widget"))

    told = PdfReader(BytesIO(cleaned(content, "a.pdf")))
    assert told.pages[0]["/Annots"][0]["/T"] == telling.SECRET


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


@pytest.mark.parametrize(
    "relationship",
    [
        "<Relationship Type='x/attachedTemplate' TargetMode='External'/>",
        '<Relationship Type="x/attachedTemplate" TargetMode = "External"/>',
        '<Relationship Type="x/attachedTemplate" TargetMode="Extern&#97;l"/>',
        '<Relationship Type="x/attachedTemplate" Id=">" TargetMode="External"/>',
        '<r:Relationship xmlns:r="r" Type="x/attachedTemplate" TargetMode="External"/>',
        '<Relationship Type="x/image" Target="a/relationships/hyperlink" TargetMode="External"/>',
    ],
)
def test_what_is_fetched_from_elsewhere_is_found_however_it_is_spelled(relationship):
    content = telling.office("docx", **{"word/_rels/settings.xml.rels": relationship})

    assert refusal_of(content, "a.docx") == "fetches"


def test_an_office_file_may_link_to_the_web():
    links = "<Relationship Type='x/relationships/hyperlink' Target='a' TargetMode='External'/>"

    assert "TargetMode" in member_of("docx", "word/_rels/document.xml.rels", links)


def member_of(extension, name, content):
    file = cleaned(telling.office(extension, **{name: content}), f"a.{extension}")
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize(
    "words",
    [
        f"<c w:author='{telling.SECRET}'/>",
        f'<c w:author = "{telling.SECRET}"/>',
        f'<c W1:author="{telling.SECRET}"/>',
        f"<x:author>{telling.SECRET}</x:author>",
        f"<author><![CDATA[{telling.SECRET}]]></author>",
        f"<c><!-- {telling.SECRET} --></c>",
    ],
)
def test_names_of_people_are_found_however_they_are_spelled(words):
    assert telling.SECRET not in member_of("docx", "word/a.xml", words)


def test_a_table_keeps_the_name_that_formulas_call_it_by():
    table = '<x:table name="T1" displayName="T1"/>'

    assert 'displayName="T1"' in member_of("xlsx", "xl/tables/table1.xml", table)


def test_a_printer_leaves_with_what_leads_to_it():
    leads = "<a><Relationship Target='../printerSettings/a.bin'/><Relationship Target='b'/></a>"
    sheet = "<x:pageSetup paper='9' rel:id='rId1'/>"

    assert "printer" not in member_of("xlsx", "xl/worksheets/_rels/sheet1.xml.rels", leads)
    assert 'Target="b"' in member_of("xlsx", "xl/worksheets/_rels/sheet1.xml.rels", leads)
    assert "rId1" not in member_of("xlsx", "xl/worksheets/sheet1.xml", sheet)


def test_xml_written_anew_says_the_same():
    told = """<a mc:Ignorable='w14' xmlns:w14="never used" b='"&lt;&gt;&amp;&#10;é'>"1 &lt; 2" &#13;
    <b xml:space="preserve"> </b>العراق</a>"""

    written = member_of("docx", "word/a.xml", told)

    assert written == (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<a mc:Ignorable="w14" xmlns:w14="never used"'
        ' b="&quot;&lt;&gt;&amp;&#10;é">"1 &lt; 2" &#13;'
        '\n    <b xml:space="preserve"> </b>العراق</a>'
    )


@pytest.mark.parametrize(
    "content",
    ["<a>", "<a/><b/>", "<a b=1/>", "<Relationship " * 9, "&elsewhere;", b"<a>\xff</a>"],
)
def test_refuses_an_office_file_with_broken_xml(content):
    file = telling.office("docx", **{"word/a.xml": content})

    assert refusal_of(file, "a.docx") == "unreadable"


def test_refuses_entities_before_they_are_read():
    laughs = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(1, 12))
    bomb = f"<!DOCTYPE a [<!ENTITY a1 'ha'>{laughs}]><a>&a12;</a>"

    assert refusal_of(telling.office("docx", **{"word/a.xml": bomb}), "a.docx") == "fetches"


def test_refuses_xml_that_takes_too_long_to_read():
    long = f"<a>{' ' * 30 * 1024 * 1024}</a>"

    assert refusal_of(telling.office("docx", **{"word/a.xml": long}), "a.docx") == "bomb"


def test_xml_as_deep_as_it_is_long_is_only_long():
    deep = "<a>" * 100_000 + "</a>" * 100_000

    assert member_of("docx", "word/a.xml", deep).endswith(deep)


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


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_formula_is_found_and_its_line_told_whatever_stands_between_cells(delimiter):
    table = delimiter.join(["Iraq", "=1+1"])

    with pytest.raises(Refused) as refusal:
        cleaned(f"country\n\n{table}\n".encode(), "a.csv")

    assert "=1+1" in refusal.value.messages[0]
    assert "3" in refusal.value.messages[0]


def test_a_line_is_counted_as_it_stands_in_the_file():
    with pytest.raises(Refused) as refusal:
        cleaned(b'a,"two\nlines"\nb,=1+1\n', "a.csv")

    assert "3" in refusal.value.messages[0]


def test_keeps_a_table_with_numbers_between_semicolons_as_it_is():
    table = b'pays;nombre\nIrak;-1,5\n"a; b";"-2 %"\n'

    assert cleaned(table, "a.csv") == table


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


@pytest.mark.parametrize(
    "captions",
    [
        "WEBVTT",
        "WEBVTT\n\nNOTE The looms turn.\n\nThe looms turn.",
        "WEBVTT\n\n00:00.000 --> 00:01.000\n\nThe looms turn.",
        "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Umm Ahmed> </v>&nbsp;",
        "WEBVTT\n\n0:00 --> 0:01\nThe looms turn.",
    ],
)
def test_refuses_captions_that_say_nothing(captions):
    assert refusal_of(captions.encode(), "a.vtt") == "empty"


@pytest.mark.parametrize(
    "captions",
    [
        telling.vtt().decode(),
        "WEBVTT Looms\r\n\r\n1\r\n100:00:00.000 --> 100:00:01.500 align:start\r\n- ♪\r\n",
        "WEBVTT\r\r00:00.000\t-->\t00:01.000\r<v Umm Ahmed>يدور النول</v>",
    ],
)
def test_keeps_captions_that_say_something_as_they_are(captions):
    assert cleaned(captions.encode(), "a.vtt") == captions.encode()


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
        (telling.webm(kind_of_track=b"\x11"), "a.webm", "tells"),
        (telling.webm(kind_of_track=b"\x21"), "a.webm", "tells"),
        (telling.HTML, "a.mp4", "unreadable"),
        (telling.mp4()[:-3], "a.mp4", "unreadable"),
        (telling.webm(), "a.mp4", "unreadable"),
        (telling.mp4(), "a.webm", "unreadable"),
        (telling.webm()[:-3], "a.webm", "unreadable"),
    ],
)
def test_refuses_a_film_that_tells_or_is_none(film, name, code):
    assert refusal_of(film, name) == code


def nested(wrap, times):
    innermost = SECRET
    for _turn in range(times):
        innermost = wrap(innermost)
    return innermost


def deep_mp4(times):
    return telling.mp4() + nested(lambda inside: telling.box(b"moov", inside), times)


def deep_webm(times):
    head = telling.element("1a45dfa3", telling.element("4282", b"webm"))
    return head + nested(lambda inside: telling.element("18538067", inside), times)


@pytest.mark.parametrize(("film", "name"), [(deep_mp4, "a.mp4"), (deep_webm, "a.webm")])
def test_of_a_film_within_a_film_nothing_is_left(film, name):
    many = film(2000)

    told = cleaned(many, name)

    assert len(told) == len(many)
    assert SECRET not in told


@pytest.mark.parametrize(
    ("film", "name"),
    [
        (telling.mp4() + telling.box(b"mdat") * 100_000, "a.mp4"),
        (telling.webm() + telling.element("1f43b675", b"") * 100_000, "a.webm"),
    ],
    ids=["mp4", "webm"],
)
def test_refuses_a_film_in_more_pieces_than_a_film_has(film, name):
    assert refusal_of(film, name) == "unreadable"
