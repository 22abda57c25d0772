"""One upload has one budget: what is small and unfolds is refused, however it is folded."""

import zlib

import pytest
from pypdf.generic import ArrayObject, NameObject

from coalition.media.cleaning.budget import Budget
from coalition.media.cleaning.files import cleaned
from coalition.media.cleaning.refusal import Refused
from tests import telling_files as telling

# Spaces: a thousand of them fit into a byte or two.
LONG = b" " * 100_000
MARGIN = 50_000


def is_bomb(content, name, **budget):
    assert len(content) < MARGIN
    try:
        cleaned(content, name.rpartition(".")[2], Budget(**budget))
    except Refused as refusal:
        assert refusal.code == "bomb"
        return True
    return False


def text_file():
    return LONG


def office_file():
    return telling.office("docx", **{"word/long.xml": b"<a>" + LONG + b"</a>"})


def office_file_with_a_table():
    table = telling.office("xlsx", **{"xl/long.xml": b"<a>" + LONG + b"</a>"})
    return telling.office("pptx", **{"ppt/embeddings/table.xlsx": table})


def pdf_with_photographs(count, content, filters):
    """Each behind the same filters."""

    def change(writer):
        objects = writer.pages[0]["/Resources"]["/XObject"]
        for number in range(count):
            photograph = telling.stream(content, "/XObject")
            photograph[NameObject("/Filter")] = ArrayObject(map(NameObject, filters))
            objects[NameObject(f"/Photo{number}")] = writer._add_object(photograph)

    return telling.pdf(change)


def pdf_file():
    wrapped = zlib.compress(telling.telling_jpeg() + LONG)
    return pdf_with_photographs(1, wrapped, ["/FlateDecode", "/DCTDecode"])


FOLDED = {
    "a.txt": text_file,
    "a.docx": office_file,
    "a.pptx": office_file_with_a_table,
    "a.pdf": pdf_file,
}


@pytest.mark.parametrize("name", FOLDED)
def test_all_that_lies_in_an_archive_shares_its_room(name):
    content = FOLDED[name]()
    one, three = (
        telling.archive({f"{number}{name}": content for number in range(count)}) for count in (1, 3)
    )

    room = len(LONG) * 2 + MARGIN
    assert not is_bomb(one, "a.zip", room=room)
    assert is_bomb(three, "a.zip", room=room)


def test_all_that_lies_in_an_archive_is_counted_together():
    content = telling.archive({"1.docx": telling.office("docx"), "2.docx": telling.office("docx")})

    assert not is_bomb(content, "a.zip", pieces=30)
    assert is_bomb(content, "a.zip", pieces=15)


def test_a_list_of_files_is_not_read_if_it_is_too_long():
    folders = telling.archive({"a.txt": b"a"} | {f"{number}/": b"" for number in range(20)})

    assert not is_bomb(folders, "a.zip", pieces=21)
    assert is_bomb(folders, "a.zip", pieces=20)


def test_pictures_in_a_file_share_its_pixels():
    pictures = {f"word/media/{number}.png": telling.png_of(1000, 1000) for number in range(3)}
    file = telling.office("docx", **pictures)

    assert not is_bomb(file, "a.docx", pixels=3_100_000)
    assert is_bomb(file, "a.docx", pixels=2_900_000)


@pytest.mark.parametrize("marks", ["<b/>", "<b></b>", '<b c="" d="" e=""/>'])
def test_parts_of_a_file_share_its_marks(marks):
    part = f"<a>{marks * 10_000}</a>"
    parts = {f"word/{number}.xml": part for number in range(3)}
    in_all = sum(map((part * 3).count, "<="))

    assert not is_bomb(telling.office("docx", **parts), "a.docx", marks=in_all + 1_000)
    assert is_bomb(telling.office("docx", **parts), "a.docx", marks=in_all)


def test_photographs_in_a_pdf_share_its_room():
    wrapped = zlib.compress(telling.telling_jpeg() + LONG)
    file = pdf_with_photographs(3, wrapped, ["/FlateDecode", "/DCTDecode"])

    assert not is_bomb(file, "a.pdf", room=3 * len(LONG) + MARGIN)
    assert is_bomb(file, "a.pdf", room=3 * len(LONG))
    assert is_bomb(file, "a.pdf", pieces=2)


def test_what_a_pdf_unfolds_and_folds_again_is_counted_too():
    twice = zlib.compress(zlib.compress(telling.telling_jpeg()) + LONG)
    file = pdf_with_photographs(1, twice, ["/FlateDecode", "/FlateDecode", "/DCTDecode"])

    assert not is_bomb(file, "a.pdf", room=len(LONG) + MARGIN)
    assert is_bomb(file, "a.pdf", room=len(LONG))


ROOT = b"""%%PDF-1.7
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Things [%b]>> endobj
"""


def pdf_of(things, body):
    """Its page leads to these numbers, whose objects each begin a line of the body."""
    file = ROOT % b" ".join(b"%d 0 R" % number for number in things) + body
    size = 1 + max(3, *things)
    places = [file.find(b"\n%d 0 obj" % number) + 1 for number in range(1, size)]
    table = b"".join(b"%010d 00000 %b \n" % (at, b"n" if at else b"f") for at in places)
    return file + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer <</Size %d /Root 1 0 R>>\n"
        b"startxref\n%d\n%%%%EOF" % (size, table, size, len(file))
    )


def test_streams_of_a_pdf_pay_each_for_bytes_that_they_share():
    things, shared = range(4, 24), b" " * 10_000
    for number in reversed(things):
        head = b"%d 0 obj <</Length %d>> stream\n" % (number, len(shared))
        shared = head + shared
    file = pdf_of(things, shared + b"\nendstream endobj\n")

    assert not is_bomb(file, "a.pdf", room=20 * 12_000)
    assert is_bomb(file, "a.pdf", room=20 * 10_000)


def test_a_pdf_is_not_searched_for_one_missing_object_after_the_other():
    few, many = (pdf_of(range(4, 4 + count), b"%" + b" " * 10_000 + b"\n") for count in (3, 30))

    assert not is_bomb(few, "a.pdf", room=100_000)
    assert is_bomb(many, "a.pdf", room=100_000)


def pdf_with_packs(count):
    """Objects from the fourth on, each alone in a long stream, found by a table in a stream."""
    things = range(4, 4 + count)
    file = ROOT % b" ".join(b"%d 0 R" % number for number in things)
    for number in things:
        index = b"%d 0 " % number
        packed = zlib.compress(index + b"(words)" + LONG)
        file += b"%d 0 obj <</Type /ObjStm /N 1 /First %d" % (number + count, len(index))
        file += b" /Filter /FlateDecode /Length %d>> stream\n" % len(packed)
        file += packed + b"\nendstream endobj\n"
    plain = {
        number: (1, file.find(b"\n%d 0 obj" % number) + 1) for number in range(1, 4 + 2 * count)
    }
    packs = {number: (2, number + count) for number in things}
    entries = {0: (0, 0)} | plain | packs
    table = b"".join(b"%c%b\0" % (kind, at.to_bytes(4)) for kind, at in entries.values())
    return file + (
        b"%d 0 obj <</Type /XRef /Size %d /W [1 4 1] /Root 1 0 R /Length %d>> stream\n"
        b"%b\nendstream endobj\nstartxref\n%d\n%%%%EOF"
        % (len(entries), len(entries) + 1, len(table), table, len(file))
    )


def test_packs_of_objects_in_a_pdf_share_its_room():
    file = pdf_with_packs(3)

    assert not is_bomb(file, "a.pdf", room=3 * len(LONG) + MARGIN)
    assert is_bomb(file, "a.pdf", room=3 * len(LONG))
    assert is_bomb(file, "a.pdf", pieces=2)


def test_a_pdf_whose_table_is_broken_is_refused():
    file = telling.pdf()
    place = file.rindex(b"startxref")

    with pytest.raises(Refused) as refusal:
        cleaned(file[:place] + b"startxref\n7\n%%EOF", "pdf", Budget())

    assert refusal.value.code == "unreadable"
