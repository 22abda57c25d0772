"""Files of partners: what they may look like, and what is said about those that do not."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from partners.exchange.check import checked
from partners.exchange.columns import COLUMNS, DEFAULTS
from partners.exchange.confidence import apart, together
from partners.exchange.finder import Finder
from partners.exchange.plan import plan
from partners.exchange.read import read_table
from partners.exchange.refusal import FileRefused
from partners.exchange.registered import Registered
from partners.exchange.write import as_csv, as_excel

IRAQ = DEFAULTS | {
    "public_id": "iq",
    "name_en": "Iraq",
    "name_fr": "Irak",
    "name_ar": "العراق",
    "iso2": "IQ",
    "region": "middle-east",
    "joined_earliest": "2014-09-10",
    "joined_latest": "2014-09-10",
    "live": "yes",
}

NEWCOMER = {**IRAQ, "public_id": ""}


def read(text, encoding="utf-8"):
    return read_table(BytesIO(text.encode(encoding)))


def in_excel(*rows):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    file = BytesIO()
    workbook.save(file)
    return BytesIO(file.getvalue())


def problems_in(text, register=(), *, may_publish=True):
    lines, problems = checked(read(text))
    found = [*problems, *plan(lines, register, may_publish=may_publish).problems]
    return [(problem.line, problem.column) for problem in found]


def planned(text, *register, may_publish=True):
    lines, problems = checked(read(text))
    result = plan(lines, register, may_publish=may_publish)
    assert not [*problems, *result.problems]
    return result


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_finds_the_separator_by_the_names_of_the_columns(separator):
    table = read(f"iso2{separator}name_en\nIQ{separator}Iraq\n")

    assert table.columns == ("iso2", "name_en")
    assert table.rows[0].cells == ("IQ", "Iraq")


def test_a_byte_order_mark_is_no_part_of_the_first_column():
    assert read("iso2\nIQ\n", "utf-8-sig").columns == ("iso2",)


def test_counts_lines_as_an_editor_of_texts_does():
    table = read('iso2,source\r\nIQ,"two\r\nlines"\r\n\r\nFR,one\r\n')

    assert [(row.line, row.cells[0]) for row in table.rows] == [(2, "IQ"), (5, "FR")]


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1252", "Pérou"), ("utf-16", "Pérou"), ("utf-16-le", "Peru"), ("utf-32", "Peru")],
)
def test_names_the_encoding_that_is_not_utf_8(encoding, name):
    expected = {"cp1252": "Windows-1252", "utf-32": "UTF-32"}.get(encoding, "UTF-16")

    with pytest.raises(FileRefused, match=expected):
        read(f"iso2,name_fr\nPE,{name}\n", encoding)


def test_knows_arabic_from_windows_and_says_the_line():
    with pytest.raises(FileRefused, match=r"Windows-1256 \(line 2\)"):
        read("iso2,name_ar\nIQ,العراق\n", "cp1256")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "empty"),
        ("iso2|name_en\nIQ|Iraq\n", "commas, semicolons or tabs"),
        ("iso2,capital\nIQ,Baghdad\n", "no column “capital”"),
        ("iso2,iso2\nIQ,IQ\n", "“iso2” is there twice"),
        ("region,live\neurope,yes\n", "which partner"),
        ('iso2,name_en\nFR,France\nIQ,"Iraq\n', "Line 3"),
        ("iso2\n" + "IQ\n" * 5001, "more than 5000 lines"),
    ],
)
def test_says_why_a_file_cannot_be_read(text, said):
    with pytest.raises(FileRefused, match=said):
        read(text)


def test_refuses_a_large_file_without_reading_it_whole():
    class Endless(BytesIO):
        taken = 0

        def read(self, size=-1):
            assert size > 0
            self.taken += size
            return b"x" * size

    file = Endless()
    with pytest.raises(FileRefused, match="5 MB"):
        read_table(file)

    assert file.taken < 6_000_000


def test_reads_what_people_type_into_excel():
    table = read_table(
        in_excel(
            ["iso2", "joined_latest", "ordinal", "live", "source"],
            ["IQ", datetime(2014, 9, 10), 82.0, True, None],
        )
    )

    assert table.rows[0].cells == ("IQ", "2014-09-10", "82", "yes", "")


def test_refuses_an_excel_file_that_unpacks_to_a_flood():
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 51 * 1024 * 1024)

    with pytest.raises(FileRefused, match="too large once unpacked"):
        read_table(BytesIO(file.getvalue()))


@pytest.mark.parametrize("content", [b"PK\x03\x04 and nonsense", b"\xd0\xcf\x11\xe0 from 1997"])
def test_refuses_a_file_that_only_looks_like_excel(content):
    with pytest.raises(FileRefused, match="Excel"):
        read_table(BytesIO(content))


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("joined_latest", "2019-02-30"),
        ("joined_latest", "30/05/2019"),
        ("joined_earliest", "2015-01-01"),
        ("iso2", "QX"),
        ("iso2", "IRQ"),
        ("iso2", ""),
        ("kind", "country"),
        ("region", "atlantis"),
        ("region", ""),
        ("ordinal", "eighty-second"),
        ("ordinal", "٨٢"),
        ("ordinal", "0"),
        ("website", "javascript:alert(1)"),
        ("status", "expelled"),
        ("live", "perhaps"),
        ("name_fr", "=HYPERLINK(1)"),
        ("name_fr", "+1"),
        ("name_fr", "x" * 121),
        ("name_fr", '"two\nlines"'),
        ("public_id", "No Spaces"),
        ("confidence", "absolute"),
    ],
)
def test_names_line_and_column_of_what_is_wrong(column, cell):
    sound = NEWCOMER | {column: cell}

    problems = problems_in(",".join(sound) + "\n" + ",".join(sound.values()) + "\n")

    assert problems == [(2, column)]


def test_finds_everything_that_is_wrong_at_once():
    problems = problems_in("iso2,kind,region\nIRQ,country,atlantis\nFR,state,oceania\n")

    assert problems == [(2, "iso2"), (2, "kind"), (2, "region"), (3, "region")]


def test_a_line_with_too_few_cells_clears_nothing():
    assert problems_in("iso2,name_en,region\nIQ,Iraq\n", [Registered(IRAQ)]) == [(2, "")]


@pytest.mark.parametrize("second", ["iq,IQ,Irak", ",iq,", "iq,IQ,Iraq"])
def test_the_same_partner_twice_is_an_error_of_the_second_line(second):
    text = f"public_id,iso2,name_en\niq,IQ,Iraq\n{second}\n"

    assert problems_in(text, [Registered(IRAQ)]) == [(3, "")]


def test_the_same_newcomer_twice_is_an_error_too():
    line = "NATO,organisation,2017-05-01,2017-05-31\n"

    assert problems_in("name_en,kind,joined_earliest,joined_latest\n" + line * 2) == [(3, "")]


def test_a_code_that_another_partner_has_is_refused():
    france = IRAQ | {"public_id": "fr", "iso2": "FR", "name_en": "France"}

    problems = problems_in("public_id,iso2\nfr,IQ\n", [Registered(IRAQ), Registered(france)])

    assert problems == [(2, "iso2")]


def test_an_id_never_changes():
    assert problems_in("public_id,iso2\nirak,IQ\n", [Registered(IRAQ)]) == [(2, "public_id")]


def test_what_the_register_says_already_is_left_alone():
    result = planned("iso2,name_en,region\nIQ,Iraq,Middle East\n", Registered(IRAQ))

    assert (result.unchanged, result.steps) == (1, [])


def test_says_of_each_change_what_was_there_and_what_will_be():
    result = planned("iso2,ordinal,name_fr\nIQ,7,L’Irak\n", Registered(IRAQ))

    assert result.changes[0].differences == [("name_fr", "Irak", "L’Irak"), ("ordinal", "", "7")]


def test_an_empty_name_means_the_one_that_cldr_gives():
    renamed = Registered(IRAQ | {"name_fr": "L’Irak"})

    result = planned("iso2,name_fr\nIQ,\n", renamed)

    assert result.changes[0].differences == [("name_fr", "L’Irak", "Irak")]


def test_an_organisation_is_found_by_its_english_name():
    nato = DEFAULTS | {"public_id": "nato", "name_en": "NATO", "kind": "organisation"}

    assert Finder([Registered(nato)]).find({"name_en": "Nato", "iso2": ""}).public_id == "nato"


@pytest.mark.parametrize(
    ("may_publish", "live", "expected"),
    [(True, "yes", "yes"), (True, "", "no"), (False, "yes", "no")],
)
def test_a_newcomer_is_published_only_if_both_file_and_person_may(may_publish, live, expected):
    line = NEWCOMER | {"live": live}
    text = ",".join(line) + "\n" + ",".join(line.values()) + "\n"

    result = planned(text, may_publish=may_publish)

    assert result.additions[0].after["live"] == expected


def test_a_partner_with_changes_that_wait_is_not_overwritten():
    waiting = Registered(IRAQ, has_draft=True)

    assert problems_in("iso2,ordinal\nIQ,7\n", [waiting]) == [(2, "")]
    assert problems_in("iso2,ordinal\nIQ,\n", [waiting]) == []


HISTORY = (("2016-01-01", "suspended"), ("2018-01-01", "member"))
RETURNED = Registered(IRAQ | {"status": "member", "status_from": "2018-01-01"}, HISTORY)


@pytest.mark.parametrize(
    ("status", "since", "statuses"),
    [
        ("withdrawn", "2020-01-01", (*HISTORY, ("2020-01-01", "withdrawn"))),
        ("member", "2018-02-01", (HISTORY[0], ("2018-02-01", "member"))),
        ("withdrawn", "2018-01-01", (HISTORY[0], ("2018-01-01", "withdrawn"))),
    ],
)
def test_a_status_is_added_or_the_latest_corrected(status, since, statuses):
    result = planned(f"iso2,status,status_from\nIQ,{status},{since}\n", RETURNED)

    assert result.changes[0].statuses == statuses


@pytest.mark.parametrize(
    ("status", "since"),
    [("withdrawn", ""), ("member", "2015-01-01"), ("withdrawn", "2017-01-01"), ("member", "")],
)
def test_a_status_that_contradicts_the_history_is_refused(status, since):
    text = f"iso2,status,status_from\nIQ,{status},{since}\n"

    assert problems_in(text, [RETURNED]) == [(2, "status_from")]


def test_no_status_begins_before_the_partner_has_joined():
    text = "iso2,status,status_from\nIQ,withdrawn,2013-01-01\n"

    assert problems_in(text, [Registered(IRAQ)]) == [(2, "status_from")]


@pytest.mark.parametrize("source", ["", "https://example.org", "a (confidence: low)", "two\nlines"])
@pytest.mark.parametrize("confidence", ["high", "medium", "low"])
def test_source_and_confidence_come_apart_as_they_were_put_together(source, confidence):
    assert apart(together(source, confidence)) == (source, confidence)


@pytest.mark.parametrize("write", [as_csv, as_excel])
@pytest.mark.parametrize(
    "source", ["=1+1", "'=1+1", "''=", "-", "a;b,c\td", 'say "so"', "two\nlines", "#N/A", "007"]
)
def test_a_file_that_we_wrote_is_read_as_it_was_meant(write, source):
    partner = IRAQ | {"source": source}

    lines, problems = checked(read_table(BytesIO(write([partner]))))

    assert not problems
    assert lines[0].values == partner


def test_a_file_that_we_wrote_has_all_columns_and_runs_nothing():
    text = as_csv([IRAQ | {"name_fr": "=1+1"}]).decode("utf-8-sig")

    assert text.splitlines()[0] == ",".join(COLUMNS)
    assert "'=1+1" in text
