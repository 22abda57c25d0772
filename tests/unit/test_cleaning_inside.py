"""What pictures, paths and links inside other files tell, and what is refused with them."""

import zipfile
import zlib
from base64 import a85encode
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NullObject

from coalition.media.cleaning.files import clean
from coalition.media.cleaning.jpeg_segments import without_tales
from coalition.media.cleaning.refusal import Refused
from tests import telling_files as telling

SECRET = telling.SECRET.encode()
ELSEWHERE = [
    "https://elsewhere.example/a.png",
    "//elsewhere/a.png",
    "\\\\server\\a.png",
    "../a.png",
]


def cleaned(content, name):
    with clean(BytesIO(content), name) as file:
        return file.read()


def refusal_of(content, name):
    with pytest.raises(Refused) as refusal:
        cleaned(content, name)
    return refusal.value


def member_of(content, name, member):
    with zipfile.ZipFile(BytesIO(cleaned(content, name))) as archive:
        return archive.read(member)


@pytest.mark.parametrize("ending", ["emf", "gif", "svg", "tif", "tiff", "wdp", "wmf", "mp4", ""])
def test_pictures_that_nobody_can_clean_are_refused_by_name(ending):
    inside = f"word/media/image1.{ending}".rstrip(".")

    refusal = refusal_of(telling.office("docx", **{inside: SECRET}), "a.docx")

    assert refusal.code == "kind"
    assert inside in refusal.messages[0]


@pytest.mark.parametrize("path", [*ELSEWHERE, "file:///home/layla/a.png", "Pictures/../../a.png"])
@pytest.mark.parametrize("element", ["draw:image", "text:section-source", "svg:font-face-uri"])
def test_an_open_document_fetches_nothing(element, path):
    words = f'<office:body><{element} xlink:href="{path}"/></office:body>'

    assert refusal_of(telling.odt(**{"content.xml": words}), "a.odt").code == "fetches"


@pytest.mark.parametrize(
    "element",
    [
        '<draw:image xlink:href="Pictures/1000.png"/>',
        '<draw:object xlink:href="./Object 1"/>',
        '<text:a xlink:href="https://elsewhere.example/"/>',
    ],
)
def test_an_open_document_shows_what_it_holds_and_links_to_the_web(element):
    file = telling.odt(**{"content.xml": f"<office:body>{element}</office:body>"})

    assert element.removesuffix("/>") in member_of(file, "a.odt", "content.xml").decode()


@pytest.mark.parametrize("path", ELSEWHERE)
@pytest.mark.parametrize("attribute", ["src", "o:href", "o:althref"])
def test_a_drawing_of_word_fetches_nothing(attribute, path):
    drawing = {"word/drawing.vml": f'<xml><v:imagedata {attribute}="{path}"/></xml>'}

    assert refusal_of(telling.office("docx", **drawing), "a.docx").code == "fetches"


def test_what_leads_to_all_others_is_looked_at_too():
    leads = '<Relationship Type="x/attachedTemplate" TargetMode="External"/>'

    assert refusal_of(telling.office("docx", **{"_rels/.rels": leads}), "a.docx").code == "fetches"


@pytest.mark.parametrize(
    ("extension", "inside", "words"),
    [
        ("xlsx", "xl/workbook.xml", '<x15ac:absPath url="C:\\Users\\{}\\"/>'),
        ("xlsx", "xl/workbook.xml", '<customWorkbookView name="{} - Personal View"/>'),
        ("xlsx", "xl/pivotCache/pivotCacheDefinition1.xml", '<pivotCache refreshedBy="{}"/>'),
        ("pptx", "ppt/commentAuthors.xml", '<p:cmAuthor name="{}"/>'),
        ("pptx", "ppt/changesInfos/changesInfo1.xml", '<pc:chgData name="{}"/>'),
        ("xlsx", "xl/revisions/userNames.xml", '<userInfo guid="a" name="{}"/>'),
    ],
)
def test_names_of_people_are_found_where_only_one_program_puts_them(extension, inside, words):
    content = telling.office(extension, **{inside: f"<a>{words.format(telling.SECRET)}</a>"})

    assert SECRET not in member_of(content, f"a.{extension}", inside)


def test_views_that_go_leave_nothing_that_leads_to_them():
    views = {
        f"xl/{part}.xml": f"<a><custom{kind}Views><custom{kind}View/></custom{kind}Views></a>"
        for part, kind in {"workbook": "Workbook", "worksheets/sheet1": "Sheet"}.items()
    }

    content = telling.office("xlsx", **views)

    assert not [part for part in views if b"custom" in member_of(content, "a.xlsx", part)]


def test_an_open_document_names_no_printer_and_keeps_no_second_copy_of_its_words():
    setting = '<config:config-item config:name="PrinterName">{}</config:config-item>'
    more = {
        "settings.xml": f"<a>{setting.format(telling.SECRET)}</a>",
        "layout-cache": telling.SECRET,
        "META-INF/manifest.xml": '<a><manifest:file-entry manifest:full-path="layout-cache"/></a>',
    }

    with zipfile.ZipFile(BytesIO(cleaned(telling.odt(**more), "a.odt"))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}

    assert "layout-cache" not in members
    assert not [name for name in members if SECRET in members[name] or b"cache" in members[name]]


def photograph_of(pdf):
    return PdfReader(BytesIO(pdf)).pages[0]["/Resources"]["/XObject"]["/Photo"].get_object()


def pdf_with_photograph(content, filters, parameters=None):
    def change(writer):
        photograph = writer.pages[0]["/Resources"]["/XObject"]["/Photo"]
        photograph.set_data(content)
        photograph[NameObject("/Filter")] = filters
        if parameters:
            photograph[NameObject("/DecodeParms")] = parameters

    return telling.pdf(change)


@pytest.mark.parametrize(
    ("wrapped", "filters"),
    [
        (zlib.compress, ["/FlateDecode", "/DCTDecode"]),
        (lambda jpeg: a85encode(jpeg) + b"~>", ["/ASCII85Decode", "/DCTDecode"]),
        (lambda jpeg: jpeg.hex().encode() + b">", ["/ASCIIHexDecode", "/DCT"]),
        (
            lambda jpeg: a85encode(zlib.compress(jpeg)) + b"~>",
            ["/ASCII85Decode", "/FlateDecode", "/DCTDecode"],
        ),
    ],
)
@pytest.mark.parametrize("has_parameters", [False, True])
def test_a_photograph_in_a_pdf_is_unwrapped_and_cleaned(wrapped, filters, has_parameters):
    colours = DictionaryObject({NameObject("/ColorTransform"): NameObject("/1")})
    parameters = ArrayObject([NullObject() for _ in filters[1:]] + [colours])
    content = pdf_with_photograph(
        wrapped(telling.telling_jpeg()),
        ArrayObject(map(NameObject, filters)),
        parameters if has_parameters else None,
    )

    photograph = photograph_of(cleaned(content, "a.pdf"))

    assert photograph["/Filter"] == filters[-1:]
    assert SECRET not in photograph._data
    assert Image.open(BytesIO(photograph._data)).size == telling.PIXELS
    assert (photograph["/DecodeParms"] == [colours]) == has_parameters


@pytest.mark.parametrize("wrapping", ["/Riddle", "/CCITTFaxDecode"])
def test_a_photograph_that_cannot_be_unwrapped_is_refused(wrapping):
    filters = ArrayObject([NameObject(wrapping), NameObject("/DCTDecode")])

    assert refusal_of(pdf_with_photograph(b"riddle", filters), "a.pdf").code == "unreadable"


def pixels(picture):
    return Image.open(BytesIO(picture)).convert("RGB").tobytes()


@pytest.mark.parametrize("is_progressive", [False, True])
def test_a_photograph_in_a_pdf_keeps_its_pixels_and_nothing_behind_them(is_progressive):
    picture = Image.effect_noise(telling.PIXELS, 90).convert("RGB")
    jpeg = telling.saved(picture, "JPEG", progressive=is_progressive, exif=telling.exif())

    content = pdf_with_photograph(jpeg + telling.telling_jpeg(), NameObject("/DCTDecode"))
    told = photograph_of(cleaned(content, "a.pdf"))._data

    assert SECRET not in told
    assert pixels(told) == pixels(jpeg)


def test_a_photograph_in_a_pdf_shows_no_earlier_picture():
    jpeg = telling.saved(telling.halves(), "JPEG", icc_profile=telling.COLOURS)
    preview = telling.segment(0xE0, b"JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x09\x09" + SECRET * 9)
    lenses = telling.segment(0xE2, b"MPF\x00" + SECRET)

    content = pdf_with_photograph(jpeg[:2] + preview + lenses + jpeg[2:], NameObject("/DCTDecode"))
    told = photograph_of(cleaned(content, "a.pdf"))._data

    assert told == jpeg


@pytest.mark.parametrize("place", [b"jp2h", b"res ", b"cgrp"])
def test_a_jpeg_2000_in_a_pdf_tells_nothing_within_its_boxes(place):
    picture = telling.saved(telling.halves(), "JPEG2000")
    words = (
        telling.box(b"uuid", SECRET) + telling.box(b"xml ", SECRET) + telling.box(b"lbl ", SECRET)
    )
    inside = {b"jp2h": words, b"res ": telling.box(b"res ", words)}
    inside[b"cgrp"] = telling.box(b"cgrp", words)
    at = picture.index(b"jp2h") - 4
    size = int.from_bytes(picture[at : at + 4])
    header = telling.box(b"jp2h", picture[at + 8 : at + size] + inside[place])

    file = pdf_with_photograph(
        picture[:at] + header + picture[at + size :], NameObject("/JPXDecode")
    )
    told = photograph_of(cleaned(file, "a.pdf"))._data

    assert SECRET not in told
    assert pixels(told) == pixels(picture)


@pytest.mark.parametrize("is_bare", [False, True])
def test_a_jpeg_2000_in_a_pdf_keeps_its_pixels_and_tells_nothing_else(is_bare):
    picture = telling.saved(telling.halves(), "JPEG2000", comment=SECRET, no_jp2=is_bare)
    words = b"" if is_bare else telling.box(b"xml ", telling.XMP) + telling.box(b"uuid", SECRET)

    content = pdf_with_photograph(picture + words, NameObject("/JPXDecode"))
    told = photograph_of(cleaned(content, "a.pdf"))._data

    assert SECRET in picture
    assert SECRET not in told
    assert pixels(told) == pixels(picture)


@pytest.mark.parametrize("content", [telling.HTML, b"\xff\x4f\xff\x51\x00\x00"])
def test_a_jpeg_2000_that_is_none_is_refused(content):
    file = pdf_with_photograph(content, NameObject("/JPXDecode"))

    assert refusal_of(file, "a.pdf").code == "unreadable"


def test_a_long_row_of_filling_holds_nobody_up():
    jpeg = b"\xff\xd8" + b"\xff" * 1_000_000 + b"\x00"

    # Looked for from every byte of it, this would take an hour.
    assert without_tales(jpeg) == jpeg
