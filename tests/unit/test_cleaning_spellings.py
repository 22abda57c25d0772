"""What is forbidden is found in other spellings, in pieces, and under other names."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from coalition.media.cleaning.files import clean
from coalition.media.cleaning.refusal import Refused
from tests import telling_files as telling

SECRET = telling.SECRET.encode()
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"


def cleaned(content, name):
    with clean(BytesIO(content), name) as file:
        return file.read()


def refusal_of(content, name):
    """Its code; nothing if the file is taken."""
    try:
        cleaned(content, name)
    except Refused as refusal:
        return refusal.code
    return None


def member_of(content, name, member):
    with ZipFile(BytesIO(cleaned(content, name))) as archive:
        return archive.read(member)


@pytest.mark.parametrize(
    "between",
    [
        "<x15ac:absPath/>",
        "<w:mailMerge>DDE</w:mailMerge>",
        "<a:hlinkHover/>",
        '<b config:name="PrinterName">a</b>',
        "<b>a</b>",
    ],
)
@pytest.mark.parametrize("kind", ["f", "definedName", "x14:formula1"])
def test_a_formula_is_found_in_whatever_pieces_it_comes(kind, between):
    words = f'<a><{kind}>WEBSERV{between}ICE("https://elsewhere.example/")</{kind}></a>'
    sheet = {"xl/worksheets/sheet1.xml": words}

    assert refusal_of(telling.office("xlsx", **sheet), "a.xlsx") == "fetches"


def test_two_formulas_make_no_third():
    sheet = {"xl/worksheets/sheet1.xml": "<a><f>DDE</f><f>(A1)</f></a>"}

    assert refusal_of(telling.office("xlsx", **sheet), "a.xlsx") is None


@pytest.mark.parametrize("function", ["DATA", "FEED", "HTML", "RANGE", "XML"])
def test_a_formula_that_asks_other_machines_in_google_sheets_is_refused(function):
    sheet = {"xl/worksheets/sheet1.xml": f'<f>IMPORT{function}("https://elsewhere.example/")</f>'}

    assert refusal_of(telling.office("xlsx", **sheet), "a.xlsx") == "fetches"


def test_a_formula_with_a_name_in_an_open_document_is_read_too():
    named = """<table:named-expression table:expression="WEBSERVICE('a')"/>"""

    assert refusal_of(telling.odt(**{"Object 1/content.xml": named}), "a.odt") == "fetches"


@pytest.mark.parametrize("namespace", [RELATIONSHIPS, STRICT])
@pytest.mark.parametrize(
    "element", ['<a:blip {}:link="5"/>', '<v:imagedata {}:href="5"/>', '<a:videoFile {}:link="5"/>']
)
@pytest.mark.parametrize("prefix", ["r", "other"])
def test_a_picture_that_lies_elsewhere_is_refused_whatever_leads_to_it(prefix, element, namespace):
    declared = f'<a xmlns:{prefix}="{namespace}">{element.format(prefix)}</a>'
    at_once = element.format(prefix).replace("/>", f' xmlns:{prefix}="{namespace}"/>')

    for words in (declared, at_once):
        content = telling.office("docx", **{"word/a.xml": words})
        assert refusal_of(content, "a.docx") == "fetches"


@pytest.mark.parametrize(
    "element",
    [
        '<w:hyperlink r:id="5"/>',
        '<a:blip r:embed="5"/>',
        '<dataConsolidate link="1"/>',
        '<draw:image xlink:href="Pictures/1.png"/>',
    ],
)
def test_a_link_and_a_picture_in_the_file_stay(element):
    words = f'<a xmlns:r="{RELATIONSHIPS}">{element}</a>'
    content = telling.office("docx", **{"word/a.xml": words})

    assert element.removesuffix("/>") in member_of(content, "a.docx", "word/a.xml").decode()


@pytest.mark.parametrize(
    ("member", "words"),
    [
        ("docProps/Core.xml", "<cp:coreProperties><cp:lastModifiedBy>{}</cp:lastModifiedBy></{}>"),
        ("docProps/core2.xml", "<x:coreProperties><keywords>{}</keywords></{}>"),
        ("a/b.xml", "<Properties><Company>{}</Company></{}>"),
    ],
)
def test_what_tells_of_the_makers_is_emptied_whatever_it_is_called(member, words):
    root = words[1 : words.index(">")]
    content = telling.office("docx", **{member: words.format(telling.SECRET, root)})

    assert member_of(content, "a.docx", member).endswith(f"<{root}></{root}>".encode())


def test_what_tells_of_the_makers_of_an_object_in_an_open_document_is_emptied():
    words = f"<a><office:meta><meta:generator>{telling.SECRET}</meta:generator></office:meta></a>"
    content = telling.odt(**{"Object 1/meta.xml": words})

    assert SECRET not in member_of(content, "a.odt", "Object 1/meta.xml")


def test_the_template_that_an_open_document_was_made_from_is_forgotten():
    words = '<a><office:meta><meta:template xlink:href="/home/layla/a.ott"/></office:meta></a>'
    content = telling.odt(**{"meta.xml": words})

    assert member_of(content, "a.odt", "meta.xml").endswith(b"<office:meta></office:meta></a>")


@pytest.mark.parametrize("kind", ["author", "dc:creator"])
def test_a_name_within_a_name_is_found(kind):
    words = f"<a><{kind}><b><c>{telling.SECRET}</c></b>{telling.SECRET}</{kind}></a>"
    content = telling.office("docx", **{"word/a.xml": words})

    assert member_of(content, "a.docx", "word/a.xml").endswith(f"<a><{kind}></{kind}></a>".encode())


@pytest.mark.parametrize("ending", ["fntdata", "otf", "ttf"])
def test_letters_are_letters(ending):
    def with_font(content):
        return telling.office("pptx", **{f"ppt/fonts/font1.{ending}": content})

    for font in (b"\x00\x01\x00\x00letters", b"OTTOletters", b"a" * 34 + b"LPletters"):
        assert refusal_of(with_font(font), "a.pptx") is None
    assert refusal_of(with_font(b"MZ\x90\x00a program"), "a.pptx") == "unreadable"


@pytest.mark.parametrize(
    ("element", "refusal"),
    [
        ('<w:hyperlink r:id="out"/>', None),
        ('<p:cNvPr id="1"><a:hlinkClick r:id="out"></a:hlinkClick></p:cNvPr>', None),
        ('<a:blip r:embed="in"/>', None),
        ('<a:blip r:embed="out"/>', "fetches"),
        ("<w:altChunk x:id='&#111;ut'/>", "fetches"),
        ('<v:imagedata o:title="" r:id="out" />', "fetches"),
    ],
)
def test_what_leads_out_of_a_file_is_a_link_and_nothing_else(element, refusal):
    relations = (
        '<Relationship TargetMode="External" Type="x/relationships/hyperlink" Id="out"'
        ' Target="https://elsewhere.example/a.png"/><Relationship Id="in" Target="a.png"/>'
    )
    parts = {"word/_rels/a.xml.rels": f"<a>{relations}</a>", "word/a.xml": f"<b>{element}</b>"}

    assert refusal_of(telling.office("docx", **parts), "a.docx") == refusal


def test_letters_of_word_have_tables_below_what_is_scrambled():
    def with_font(content):
        return telling.office("docx", **{"word/fonts/font1.odttf": content})

    tables = b"".join(name + bytes(12) for name in (b"GDEF", b"GPOS", b"OS/2", b"cmap", b"cvt "))
    scrambled = bytes(range(128, 128 + 32)) + bytes(12)

    assert refusal_of(with_font(scrambled + tables + b"letters"), "a.docx") is None
    assert refusal_of(with_font(b"MZ\x90\x00" + bytes(200)), "a.docx") == "unreadable"


@pytest.mark.parametrize("separator", ["sep=|", '"SEP=|"', " sep=^", "\ufeff\ufeffsep=|"])
def test_refuses_a_table_that_says_itself_what_stands_between_its_cells(separator):
    table = f'{separator}\nname|=WEBSERVICE("https://elsewhere.example/")\n'

    assert refusal_of(table.encode(), "a.csv") == "formula"


@pytest.mark.parametrize("sign", "\uff1d\uff0b\uff0d\uff20")
def test_a_wide_sign_begins_a_formula_too(sign):
    assert refusal_of(f"country\n{sign}SUM(A1)\n".encode(), "a.csv") == "formula"


@pytest.mark.parametrize("table", ["country,sep\nIraq,1\n", "country,number\nIraq,\uff0d\uff15\n"])
def test_a_table_of_words_and_wide_numbers_stays(table):
    assert cleaned(table.encode(), "a.csv") == table.encode()


@pytest.mark.parametrize("program", ["4d80", "5741"])
def test_a_webm_film_does_not_tell_which_program_made_it(program):
    info = telling.element("1549a966", telling.element(program, SECRET))
    film = telling.element("1a45dfa3", telling.element("4282", b"webm"))
    film += telling.element("18538067", info)

    # It must have one, but that may be empty.
    assert cleaned(film, "a.webm") == film.replace(SECRET, bytes(len(SECRET)))


def test_a_track_of_an_mp4_film_has_no_name():
    film = telling.mp4()
    track = telling.box(b"hdlr", bytes(8) + b"vide" + bytes(12) + SECRET)

    film += telling.box(b"moov", telling.box(b"trak", telling.box(b"mdia", track)))

    assert b"vide" + bytes(12 + len(SECRET)) in cleaned(film, "a.mp4")


@pytest.mark.parametrize("kind", [b"emsg", b"prft"])
def test_an_mp4_film_tells_nothing_beside_its_pictures(kind):
    assert SECRET not in cleaned(telling.mp4() + telling.box(kind, SECRET), "a.mp4")
