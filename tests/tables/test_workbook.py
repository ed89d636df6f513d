"""Workbooks, read as they are: sheets by name, cells with their places."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.tables.workbooks import (
    WRITERS,
    Table,
    archive_of,
    ods_parts,
    ods_sheet,
    written,
    xlsx_parts,
    xlsx_sheet,
)

from policing_indicators.errors import (
    FileAccessError,
    InvalidContentError,
    MissingLibraryError,
    UnknownNameError,
)
from policing_indicators.tables import home_office, ons, tidy, workbook
from policing_indicators.tables.workbook_place import cell_name, position_of

ROWS: Table = [
    ["Area", "Count"],
    ["Kent", 9.0],
    [None, None],
    ["Avon & Somerset", 12.5],
]

NO_FORMULA = "a value and no formula: a workbook keeps what was last worked out"

forms = pytest.mark.parametrize("form", WRITERS)


@forms
def test_both_forms_of_workbook_read_alike(form: str, tmp_path: Path) -> None:
    path = written(tmp_path / f"a.{form}", WRITERS[form]({"Table P1 ": ROWS, "B": []}))
    opened = workbook.read(path)
    assert opened.names == ("Table P1", "B")
    assert "Table P1" in opened
    assert "Table P1 " not in opened
    sheet = opened.sheet("Table P1")
    assert [*sheet.rows()] == [
        ["Area", "Count"],
        ["Kent", 9.0],
        ["", ""],
        ["Avon & Somerset", 12.5],
    ]
    assert [*sheet.rows()] == [*sheet.rows()]
    assert not [*opened.sheet("B").rows()]
    assert not [*sheet.refusals()]


@forms
def test_rows_are_numbered_as_the_spreadsheet_numbers_them(
    form: str, tmp_path: Path
) -> None:
    rows: Table = [[None], [None, "Area"], [" "], [True]]
    path = written(tmp_path / "a", WRITERS[form]({"A": rows}))
    sheet = workbook.read(path).sheet("A")
    assert [*sheet.texts()] == [(2, ["", "Area"]), (4, ["TRUE", ""])]
    assert sheet.place(2, 2) == "sheet 'A', cell B2"


@forms
def test_a_workbook_is_known_by_what_it_begins_with(form: str, tmp_path: Path) -> None:
    assert workbook.is_workbook(written(tmp_path / "a.csv", WRITERS[form]({"A": []})))
    assert not workbook.is_workbook(written(tmp_path / "b.xlsx", b"area,count\n"))
    assert not workbook.is_workbook(tmp_path / "absent.xlsx")


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(
    tmp_path: Path,
) -> None:
    path = written(tmp_path / "a.xlsx", WRITERS["xlsx"]({"Table P1": [], "P2": []}))
    with pytest.raises(UnknownNameError, match="'Table P1'"):
        workbook.read(path).sheet("Table P3")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError, match="No such file"):
        workbook.read(tmp_path / "absent.xlsx")


def test_formulas_and_merged_cells_of_xlsx_are_named(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="B2"><f>1+1</f><v>2</v></c></row>'
    sheet = xlsx_sheet(rows, '<mergeCells><mergeCell ref="A1:C1"/></mergeCells>')
    path = written(tmp_path / "a.xlsx", archive_of(xlsx_parts({"A": sheet})))
    assert_named(path)


def test_formulas_and_merged_cells_of_ods_are_named(tmp_path: Path) -> None:
    rows = (
        '<table:table-row><table:table-cell table:number-columns-spanned="3">'
        "<text:p>Title</text:p></table:table-cell>"
        '<table:covered-table-cell table:number-columns-repeated="2"/>'
        "</table:table-row><table:table-row><table:table-cell/><table:table-cell "
        'office:value-type="float" office:value="2" table:formula="of:=1+1"/>'
        "</table:table-row>"
    )
    path = written(tmp_path / "a.ods", archive_of(ods_parts(ods_sheet("A", rows))))
    assert_named(path)


def assert_named(path: Path) -> None:
    sheet = workbook.read(path).sheet("A")
    assert (sheet.formulas, sheet.merged) == (("B2",), ("A1:C1",))
    assert [str(problem) for problem in sheet.refusals()] == [
        "sheet 'A', cells A1:C1: 'A1:C1'; allowed: cells that are not merged",
        f"sheet 'A', cell B2: 'B2'; allowed: {NO_FORMULA}",
    ]
    assert [*sheet.rows()][1][1] == 2.0


def test_cells_of_which_no_place_is_given_follow_each_other(tmp_path: Path) -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
    styles = {"xl/styles.xml": "<styleSheet>styles</styleSheet>"}
    parts = xlsx_parts({"A": xlsx_sheet(rows)}, **styles)
    sheet = workbook.read(written(tmp_path / "a", archive_of(parts))).sheet("A")
    assert [*sheet.rows()] == [[1.0, 2.0], [3.0, ""]]


def test_a_text_that_stands_in_many_cells_is_read_in_each(tmp_path: Path) -> None:
    strings = (
        "<sst> <si><t>Kent</t></si><si><r><t>Es</t></r><r><t>sex</t></r></si></sst>"
    )
    rows = '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>'
    parts = xlsx_parts({"A": xlsx_sheet(rows)}, **{"xl/sharedStrings.xml": strings})
    sheet = workbook.read(written(tmp_path / "a", archive_of(parts))).sheet("A")
    assert [*sheet.rows()] == [["Essex", "Kent", "Essex"]]


def test_rows_and_cells_of_ods_that_stand_once_for_many_are_read_as_many(
    tmp_path: Path,
) -> None:
    cell = (
        '<table:table-cell office:value-type="string" {}><text:p>a<text:s text:c="2"/>'
        "b</text:p><office:annotation/></table:table-cell>"
    )
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/>'
        "</table:table-row>"
        '<table:table-row table:number-rows-repeated="2">'
        + cell.format('table:number-columns-repeated="2"')
        + '<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
        'table:number-columns-repeated="16000"/></table:table-row>'
    )
    before = "<text:p>Tracked</text:p><table:table-row/>"
    parts = ods_parts(before + ods_sheet("A", rows))
    sheet = workbook.read(written(tmp_path / "a.ods", archive_of(parts))).sheet("A")
    assert [*sheet.texts()] == [(3, ["a  b", "a  b"]), (4, ["a  b", "a  b"])]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("4.10", "4.10"),
        ("", ""),
        (12.0, "12"),
        (-12.0, "-12"),
        (0.1, "0.1"),
        (1e300, "1e+300"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2026, 4, 1), "2026-04-01"),
        (datetime(2026, 4, 1), "2026-04-01"),  # noqa: DTZ001 - as spreadsheets have it
        (datetime(2026, 4, 1, 9), "2026-04-01T09:00:00"),  # noqa: DTZ001 - likewise
        (time(9, 30), "09:30:00"),
        (timedelta(hours=30), "1 day, 6:00:00"),
    ],
)
def test_a_value_is_written_as_a_table_in_csv_would_have_it(
    value: workbook.Value, text: str
) -> None:
    assert workbook.text_of(value) == text


@given(row=st.integers(0, 999_999), column=st.integers(0, 16_383))
def test_the_name_of_a_cell_reads_back(row: int, column: int) -> None:
    assert position_of(cell_name(row, column)) == (row, column)


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [(0, 0, "A1"), (0, 25, "Z1"), (0, 26, "AA1"), (0, 701, "ZZ1"), (9, 702, "AAA10")],
)
def test_columns_are_named_as_spreadsheets_name_them(
    row: int, column: int, name: str
) -> None:
    assert cell_name(row, column) == name


def test_a_sheet_that_a_spreadsheet_library_wrote_reads(tmp_path: Path) -> None:
    openpyxl: Any = import_module("openpyxl")
    book = openpyxl.Workbook()
    book.active.title = "Figures"
    for row in (["area", "count"], ["kent", 9], ["essex", date(2026, 4, 1)]):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    sheet = workbook.read(tmp_path / "a.xlsx").sheet("Figures")
    assert [cells for _, cells in sheet.texts()] == [
        ["area", "count"],
        ["kent", "9"],
        ["essex", "2026-04-01"],
    ]


def test_what_is_missing_to_read_a_workbook_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(import_module("sys").modules, "python_calamine", None)
    reader = "policing_indicators.tables.workbook_reader"
    monkeypatch.delitem(import_module("sys").modules, reader, raising=False)
    with pytest.raises(MissingLibraryError, match=r"policing-indicators\[workbooks\]"):
        workbook.read(written(tmp_path / "a.xlsx", WRITERS["xlsx"]({"A": []})))


@pytest.mark.shared_data
@pytest.mark.parametrize("edition", ["december_2024", "june_2019"])
def test_the_workbooks_of_the_office_for_national_statistics_are_read_as_they_are(
    shared_data: Path, edition: str
) -> None:
    path = shared_data / f"ons_police_force_area_tables_ye_{edition}.xlsx"
    openpyxl: Any = import_module("openpyxl")
    expected = openpyxl.load_workbook(path, data_only=True)
    opened = workbook.read(path)
    assert [*opened.names] == [each.title.strip() for each in expected.worksheets]
    for each in expected.worksheets:
        rows = opened.sheet(each.title.strip()).rows()
        for number, row in enumerate(rows, start=1):
            cells = [each.cell(number, n).value for n in range(1, len(row) + 1)]
            assert row == ["" if cell is None else cell for cell in cells]


@pytest.mark.parametrize(
    "read",
    [home_office.read, ons.read, tidy.read],
    ids=["home office", "ons", "tidy"],
)
def test_a_workbook_that_a_password_protects_is_called_so_by_every_reader(
    tmp_path: Path, read: Callable[[Path], object]
) -> None:
    path = tmp_path / "locked.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512))
    with pytest.raises(InvalidContentError, match="an encrypted workbook, or one in"):
        read(path)
