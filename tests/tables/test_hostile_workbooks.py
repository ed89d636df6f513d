"""Workbooks that are damaged or made to do harm: each is refused, with what was found.

None may take more room or time than an ordinary one: what is allowed is made small
where a test would else have to make something large, and the real limits are tried in
a process of its own.
"""

import struct
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.tables.workbooks import (
    WRITERS,
    archive_of,
    ods_parts,
    ods_rows,
    ods_sheet,
    written,
    xlsx_parts,
    xlsx_rows,
    xlsx_sheet,
)

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.tables import (
    workbook,
    workbook_archive,
    workbook_scan,
    workbook_shape,
)

XLSX = WRITERS["xlsx"]({"A": [["area"], ["kent"]]})
ODS = WRITERS["ods"]({"A": [["area"], ["kent"]]})
NEEDED = XLSX.index(b"PK\x01\x02") + 6
"""Where an archive says which version is needed to unpack its first part."""
LATER = XLSX[:NEEDED] + b"\xff" + XLSX[NEEDED + 1 :]
DOCTYPE = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)
MOST_MEGABYTES, MOST_SECONDS = 400, 60


def of_sheet(xml: str, **more: str) -> bytes:
    return archive_of(xlsx_parts({"A": xml}, **more))


def of_rows(rows: str, **more: str) -> bytes:
    return of_sheet(xlsx_sheet(rows), **more)


def of_ods(rows: str) -> bytes:
    return archive_of(ods_parts(ods_sheet("A", rows)))


def without(part: str, parts: dict[str, str]) -> bytes:
    return archive_of({name: text for name, text in parts.items() if name != part})


def refused(content: bytes, folder: Path) -> str:
    path = written(folder / "a.xlsx", content)
    with pytest.raises(InvalidContentError) as caught:
        read_whole(path)
    assert caught.value.where == str(path)
    (problem,) = caught.value.problems
    assert_whole(problem)
    return str(problem.value)


def assert_whole(problem: Problem) -> None:
    assert (problem.place, bool(problem.allowed)) == ("the file", True)


def read_whole(path: Path) -> None:
    opened = workbook.read(path)
    for name in opened.names:
        assert all(opened.sheet(name).texts())


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"", "nothing"),
        (b"area,count\nkent,9\n", "text, such as CSV"),
        (b"\xef\xbb\xbfarea,count\n", "text, such as CSV"),
        (b"\xff\xfea\0", "another kind of file"),
        (b"%PDF-1.7 \xe2\xe3", "another kind of file"),
        (b"<html><table>", "a page or document in XML or HTML"),
        (OLE, "an encrypted workbook, or one in the older form XLS"),
        (archive_of({"a.csv": "area"}), "an archive that holds no workbook"),
        (XLSX[:-30], "an archive that is damaged, or not all there"),
        (XLSX[:40], "an archive that is damaged, or not all there"),
        (ODS[: len(ODS) // 2], "an archive that is damaged, or not all there"),
        (LATER, "an archive in a form that zipfile does not know (version 25.5)"),
    ],
)
def test_what_is_no_workbook_is_refused_with_what_it_is(
    content: bytes, found: str, tmp_path: Path
) -> None:
    assert refused(content, tmp_path) == found


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (of_sheet("no XML"), "xl/worksheets/sheet1.xml, which is no XML"),
        (of_sheet(xlsx_sheet("<row>")), "which is no XML (mismatched tag"),
        (of_sheet(DOCTYPE + xlsx_sheet("")), "the declaration of a document's type"),
        (
            of_rows("", **{"xl/styles.xml": DOCTYPE + "<a/>"}),
            "the declaration of a document's type",
        ),
        (of_rows("", **{"xl/styles.xml": '<a count="many"/>'}), "count 'many'"),
        (of_rows('<row r="-1"/>'), "'-1' for a row in xl/worksheets/sheet1.xml"),
        (of_rows('<row><c r="7"/></row>'), "'7' for a cell"),
        (of_rows('<row><c t="s"><v>0</v></c></row>'), "'0' for a text"),
        (of_rows('<row><c t="s"><v>x</v></c></row>'), "'x' for a text"),
        (of_rows('<row><c r="XFD1048576"><v>1</v></c></row>'), "8,000,000 cells"),
        (of_rows("<a>" * 200 + "</a>" * 200), "too many elements"),
        (
            without("xl/worksheets/sheet1.xml", xlsx_parts({"A": xlsx_sheet("")})),
            "no part that holds the sheet 'A'",
        ),
        (
            without("xl/_rels/workbook.xml.rels", xlsx_parts({"A": xlsx_sheet("")})),
            "no part that holds the sheet 'A'",
        ),
        (
            archive_of(xlsx_parts({"A": xlsx_sheet(""), "A ": xlsx_sheet("")})),
            "the sheets A, A ",
        ),
    ],
)
def test_what_is_wrong_in_a_workbook_of_xlsx_is_named(
    content: bytes, found: str, tmp_path: Path
) -> None:
    assert found in refused(content, tmp_path)


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (archive_of(ods_parts(DOCTYPE)), "which is no XML"),
        (
            archive_of(ods_parts("") | {"content.xml": DOCTYPE + "<a/>"}),
            "the declaration of a document's type",
        ),
        (
            archive_of(ods_parts("") | {"mimetype": "application/zip"}),
            "a document of the kind 'application/zip'",
        ),
        (without("mimetype", ods_parts("")), "no part named mimetype"),
        (without("META-INF/manifest.xml", ods_parts("")), "no part named META-INF"),
        (
            archive_of(ods_parts("", "<m><encryption-data/></m>")),
            "encryption in META-INF/manifest.xml",
        ),
        (
            of_ods('<table:table-row table:number-rows-repeated="many"/>'),
            "'many' for table:number-rows-repeated in content.xml",
        ),
        (
            of_ods(
                '<table:table-row table:number-rows-repeated="1048576">'
                '<table:table-cell office:value="1" office:value-type="float" '
                'table:number-columns-repeated="16"/></table:table-row>'
            ),
            "8,000,000 cells",
        ),
        (
            of_ods(
                "<table:table-row><table:table-cell><text:p>a<text:s "
                'text:c="999999999"/></text:p></table:table-cell></table:table-row>'
            ),
            "500,000,000 characters",
        ),
        (
            archive_of(ods_parts(ods_sheet("A", ods_sheet("B", "")))),
            "a sheet 'B' inside another, or twice,",
        ),
        (
            archive_of(ods_parts(ods_sheet("A", "") + ods_sheet("A", ""))),
            "a sheet 'A' inside another, or twice,",
        ),
    ],
)
def test_what_is_wrong_in_a_workbook_of_ods_is_named(
    content: bytes, found: str, tmp_path: Path
) -> None:
    assert found in refused(content, tmp_path)


def test_parts_that_are_encrypted_or_oddly_packed_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "odd.xlsx"
    with ZipFile(path, "w", ZIP_BZIP2) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    assert refused(path.read_bytes(), tmp_path) == (
        "xl/workbook.xml, packed in an unusual way"
    )
    at = XLSX.index(b"PK\1\2") + 8
    encrypted = XLSX[:at] + b"\1\0" + XLSX[at + 2 :]
    assert refused(encrypted, tmp_path) == "[Content_Types].xml, encrypted"


def test_two_parts_of_one_name_are_refused(tmp_path: Path) -> None:
    content = archive_of({"xl/workbook.xml": "<a/>", "xl/workbook.xmk": "<b/>"})
    content = content.replace(b"workbook.xmk", b"workbook.xml")
    assert refused(content, tmp_path) == "two parts named xl/workbook.xml"


def test_a_part_that_is_damaged_is_refused(tmp_path: Path) -> None:
    at = ODS.index(b"PK\1\2") + 16
    changed = ODS[:at] + bytes(4) + ODS[at + 4 :]
    assert refused(changed, tmp_path) == "mimetype, damaged"


@pytest.mark.parametrize("size", [0, 12])
def test_a_part_that_is_cut_short_is_refused(size: int, tmp_path: Path) -> None:
    at = XLSX.index(b"PK\1\2") + 20
    changed = XLSX[:at] + struct.pack("<I", size) + XLSX[at + 4 :]
    assert refused(changed, tmp_path) == "[Content_Types].xml, cut short or damaged"


def test_a_part_that_begins_beyond_the_end_is_refused(tmp_path: Path) -> None:
    at = XLSX.index(b"PK\1\2") + 42
    changed = XLSX[:at] + struct.pack("<I", len(XLSX)) + XLSX[at + 4 :]
    assert refused(changed, tmp_path) == "[Content_Types].xml, cut short"


@pytest.mark.parametrize(
    ("module", "limit", "most", "found"),
    [
        (workbook_archive, "MOST_BYTES", 100, "more than 100 bytes"),
        (workbook_archive, "MOST_UNPACKED", 100, "unpack to more than 100 bytes"),
        (workbook_scan, "MOST_ELEMENTS", 9, "too many elements"),
        (workbook_scan, "MOST_CHARACTERS", 9, "more than 9 characters"),
        (workbook_scan, "MOST_CELLS", 1, "more than 1 cells"),
        (workbook_scan, "LONGEST_PIECE", -1, "one very long tag"),
    ],
)
@pytest.mark.parametrize("form", WRITERS)
def test_a_workbook_of_more_than_is_allowed_is_refused(  # noqa: PLR0913, PLR0917 - a case's parts
    module: object,
    limit: str,
    most: int,
    found: str,
    form: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(module, limit, most)
    content = WRITERS[form]({"A": [["area"], ["Avon and Somerset"]]})
    assert found in refused(content, tmp_path)


def test_a_text_counts_in_each_cell_that_refers_to_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(workbook_scan, "MOST_CHARACTERS", 100)
    strings = {"xl/sharedStrings.xml": f"<sst><si><t>{'a' * 40}</t></si></sst>"}
    cell = '<c t="s"><v>0</v></c>'
    path = written(tmp_path / "b.xlsx", of_rows(f"<row>{cell * 2}</row>", **strings))
    read_whole(path)
    content = of_rows(f"<row>{cell * 3}</row>", **strings)
    assert "more than 100 characters" in refused(content, tmp_path)


def test_a_part_that_two_sheets_share_counts_for_each(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parts = xlsx_parts({"A": xlsx_sheet(xlsx_rows([[1.0], [2.0]])), "B": ""})
    related = parts["xl/_rels/workbook.xml.rels"].replace("sheet2", "sheet1")
    content = archive_of(parts | {"xl/_rels/workbook.xml.rels": related})
    read_whole(written(tmp_path / "b.xlsx", content))
    monkeypatch.setattr(workbook_scan, "MOST_CELLS", 3)
    assert "more than 3 cells" in refused(content, tmp_path)


def test_a_cell_counts_where_it_says_it_is_whatever_its_row_says(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(workbook_scan, "MOST_CELLS", 1_000)
    cells = ["B2", "B500", "A1", "B2000"]
    rows = "".join(f'<c r="{cell}"><v>1</v></c>' for cell in cells)
    content = of_rows(f'<row r="1"><c r="B1"/></row><row r="2000">{rows}</row>')
    assert "more than 1,000 cells" in refused(content, tmp_path)


def test_of_very_many_formulas_and_merged_cells_the_first_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(workbook_shape, "MOST_NAMED", 2)
    rows = f"<row>{'<c><f>1</f><v>1</v></c>' * 3}</row>"
    merged = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in (1, 2, 3))
    path = written(tmp_path / "a.xlsx", of_sheet(xlsx_sheet(rows, merged)))
    sheet = workbook.read(path).sheet("A")
    assert sheet.formulas == ("A1", "B1")
    assert sheet.merged == ("A1:B1", "A2:B2")


def test_a_stop_of_the_reader_itself_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    class PanicException(BaseException):
        """What the reader raises where it stops on the spot."""

    def stop(*_: object) -> None:
        raise PanicException

    path = written(tmp_path / "a.xlsx", XLSX)
    assert workbook.read(path).names == ("A",)
    reader = "policing_indicators.tables.workbook_reader._opened"
    monkeypatch.setattr(reader, stop)
    assert refused(XLSX, tmp_path) == "what stopped its reader"


def test_what_the_reader_cannot_read_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("a fault")

    path = written(tmp_path / "a.xlsx", XLSX)
    assert workbook.read(path).names == ("A",)
    reader = "policing_indicators.tables.workbook_reader._opened"
    monkeypatch.setattr(reader, fail)
    assert refused(XLSX, tmp_path) == "what its reader cannot read (a fault)"


def test_a_stop_from_the_keyboard_stays_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    path = written(tmp_path / "a.xlsx", XLSX)
    assert workbook.read(path).names == ("A",)
    reader = "policing_indicators.tables.workbook_reader._opened"
    monkeypatch.setattr(reader, stop)
    with pytest.raises(KeyboardInterrupt):
        workbook.read(path)


@given(
    form=st.sampled_from([XLSX, ODS]),
    at=st.floats(0, 1, exclude_max=True),
    byte=st.integers(0, 255),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_workbook_with_any_byte_changed_reads_or_is_refused(
    form: bytes, at: float, byte: int, tmp_path: Path
) -> None:
    place = int(at * len(form))
    changed = form[:place] + bytes([byte]) + form[place + 1 :]
    try:
        read_whole(written(tmp_path / "a.xlsx", changed))
    except InvalidContentError as error:
        (problem,) = error.problems
        assert_whole(problem)


def repeated(piece: bytes, times: int, start: bytes = b"<a>") -> bytes:
    content = BytesIO(of_sheet(""))
    with ZipFile(content, "a", ZIP_DEFLATED, compresslevel=1) as archive:
        name = "xl/sharedStrings.xml"
        with archive.open(name, "w") as part:
            part.write(start)
            for _ in range(times):
                part.write(piece)
    return content.getvalue()


BLANK = '<c r="A1"/>'
REFERENCE = '<c t="s"><v>0</v></c>'
BOMBS: dict[str, Callable[[], bytes]] = {
    "a gigabyte of blanks": lambda: repeated(b" " * 1_000_000, 1_001),
    "a tag of a gigabyte": lambda: repeated(b"a" * 1_000_000, 1_001, b'<a b="'),
    "a list that says it is long": lambda: of_sheet('<sst uniqueCount="99999999999"/>'),
    "a million empty rows": lambda: of_rows("<row/>" * 1_000_000),
    "a million repeated empty rows": lambda: of_ods(
        '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>' * 1_000
    ),
    "a last cell": lambda: of_rows('<row><c r="XFD1048576"><v>1</v></c></row>'),
    "elements in elements": lambda: of_sheet("<a>" * 5_000_000),
    "a text of a gigabyte in cells": lambda: of_rows(
        f"<row>{REFERENCE * 2_000}</row>",
        **{"xl/sharedStrings.xml": f"<sst><si><t>{'a' * 1_000_000}</t></si></sst>"},
    ),
    "a number of texts": lambda: of_rows(
        "<row/>", **{"xl/sharedStrings.xml": '<sst uniqueCount="99999999999"/>'}
    ),
    "an extent": lambda: of_sheet(
        f'<worksheet xmlns="a"><dimension ref="A1:XFD1048576"/>'
        f"<sheetData><row>{BLANK}</row></sheetData></worksheet>"
    ),
    "blanks in a text": lambda: of_ods(
        ods_rows([["a"]]).replace(">a<", '>a<text:s text:c="999999999"/><')
    ),
}
"""What is small as a file and large as what it stands for."""

MEASURED = """
import resource, sys
from policing_indicators import tables
from policing_indicators.errors import InvalidContentError
from policing_indicators.tables import workbook, workbook_reader
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    opened = workbook.read(sys.argv[1])
    for name in opened.names:
        for _ in opened.sheet(name).rows():
            pass
except InvalidContentError:
    pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the unit of room is Linux's")
@pytest.mark.parametrize("bomb", BOMBS)
def test_no_workbook_takes_more_than_bounded_room_and_time(
    bomb: str, tmp_path: Path
) -> None:
    path = written(tmp_path / "a.xlsx", BOMBS[bomb]())
    ran = subprocess.run(
        [sys.executable, "-c", MEASURED, path],
        capture_output=True,
        check=True,
        text=True,
        timeout=MOST_SECONDS,
    )
    assert int(ran.stdout) < MOST_MEGABYTES
