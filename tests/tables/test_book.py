"""What a workbook may hold, and that every format holds it."""

import zipfile
from importlib import import_module
from io import BytesIO
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from policing_indicators.errors import InvalidContentError, MissingLibraryError, Problem
from policing_indicators.tables import book_archive, book_writing
from policing_indicators.tables.book import (
    LONGEST_TEXT,
    Book,
    BookTable,
    Cell,
    LinkCell,
    NumberCell,
    Sheet,
)
from policing_indicators.tables.book_writing import BookFormat, book_bytes

FORMULAS = (
    "=1+1",
    "+44",
    "-12",
    "@SUM(A1)",
    "\N{FULLWIDTH EQUALS SIGN}1",
    "'=1",
    '=HYPERLINK("x")',
)
ANOTHER_DAY = 2_000_000_000.0
MINUS = '"\N{MINUS SIGN}"'
ALLOWED_TEXT = "at most 32,767 characters, each one that XML can hold"

every_format = pytest.mark.parametrize("form", BookFormat)
texts = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="￾￿"),
    min_size=1,
    max_size=20,
).filter(lambda text: not text.isspace())
numbers = st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9)
cells = texts | numbers | st.builds(NumberCell, value=numbers, decimals=st.just(2))


def a_book(*rows: tuple[Cell, ...], **changed: object) -> Book:
    width = max(map(len, rows), default=1)
    headings = tuple(f"Column {number}" for number in range(1, width + 1))
    table = BookTable(name="table_1", headings=headings, rows=rows)
    sheet = Sheet(name="Table 1", title="A table", lines=("One table.",), table=table)
    book = Book(title="A book", author="An office", language="en-GB", sheets=(sheet,))
    return evolve(book, **changed)  # type: ignore[arg-type]


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_back(content: bytes, sheet: str = "Table 1") -> list[list[Any]]:
    """Read a sheet with a reader that shares nothing with the writers."""
    reader: Any = import_module("python_calamine")
    workbook = reader.CalamineWorkbook.from_filelike(BytesIO(content))
    rows: list[list[Any]] = workbook.get_sheet_by_name(sheet).to_python()
    return rows


def problems_of(**changed: object) -> tuple[Problem, ...]:
    with pytest.raises(InvalidContentError) as caught:
        a_book(("a",), **changed)
    return caught.value.problems


@every_format
@settings(max_examples=25)
@given(rows=st.lists(st.tuples(cells, cells), min_size=1, max_size=5))
def test_every_cell_comes_back_with_its_value(
    form: BookFormat, rows: list[tuple[Cell, Cell]]
) -> None:
    title, line, headings, *body = read_back(book_bytes(a_book(*rows), form))
    assert (title[0], line[0], headings) == (
        "A table",
        "One table.",
        ["Column 1", "Column 2"],
    )
    expected = [
        [each.value if isinstance(each, NumberCell) else each for each in row]
        for row in rows
    ]
    assert body == expected


@every_format
@pytest.mark.parametrize("text", FORMULAS)
def test_a_text_that_looks_like_a_formula_is_a_text_wherever_it_stands(
    form: BookFormat, text: str
) -> None:
    sheet = Sheet(
        name="Table 1",
        title=text,
        lines=(text,),
        table=BookTable(name="table_1", headings=(text,), rows=((text,),)),
    )
    content = book_bytes(a_book(sheets=(sheet,)), form)
    assert [row[0] for row in read_back(content)] == [text] * 4
    parts = parts_of(content)
    if form is BookFormat.XLSX:
        [xml] = [each for name, each in parts.items() if "worksheets/sheet" in name]
        assert b"<f>" not in xml
        assert xml.count(b't="inlineStr"') == 4
    else:
        assert b"table:formula" not in parts["content.xml"]
        assert parts["content.xml"].count(b'office:value-type="string"') == 4


def test_excel_is_told_to_keep_a_text_that_it_would_run_once_it_is_edited() -> None:
    content = book_bytes(a_book(("=1+1", "plain")), BookFormat.XLSX)
    library: Any = import_module("openpyxl")
    sheet = library.load_workbook(BytesIO(content))["Table 1"]
    assert [sheet[name].quotePrefix for name in ("A4", "B4")] == [True, False]


@every_format
def test_lines_blanks_and_tabs_in_a_text_are_kept(form: BookFormat) -> None:
    text = "  two  blanks\r\nthree\rlines "
    content = book_bytes(a_book((text, "\t=1")), form)
    [*_, row] = read_back(content)
    assert row[0] == "  two  blanks\nthree\nlines "
    tab = {"xlsx": b">\t=1<", "ods": b"<text:p><text:tab/>=1<"}[form.value]
    assert tab in b"".join(parts_of(content).values())


@every_format
def test_equal_books_are_the_same_bytes_on_every_day(
    form: BookFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = a_book(("a", 1), ("b", NumberCell(value=-1.5, decimals=1, is_signed=True)))
    content = book_bytes(book, form)
    monkeypatch.setattr("time.time", lambda: ANOTHER_DAY)
    assert book_bytes(book, form) == content
    assert book_bytes(evolve(book, title="Another"), form) != content
    for name, part in parts_of(content).items():
        assert not book_archive.CLOCKS.search(part), name


@every_format
def test_the_document_says_its_title_author_and_language(form: BookFormat) -> None:
    parts = parts_of(book_bytes(a_book(("a",)), form))
    name = {"xlsx": "docProps/core.xml", "ods": "meta.xml"}[form.value]
    for said in (b">A book<", b">An office<", b">en-GB<"):
        assert said in parts[name]
    if form is BookFormat.ODS:
        assert b'fo:language="en" fo:country="GB"' in parts["styles.xml"]
        welsh = parts_of(book_bytes(a_book(("a",), language="cy"), form))
        assert b'fo:language="cy" fo:country="none"' in welsh["styles.xml"]


@every_format
def test_a_table_is_marked_named_and_headed_and_nothing_is_merged_or_hidden(
    form: BookFormat,
) -> None:
    parts = parts_of(book_bytes(a_book(("a", 1), ("b", 2)), form))
    if form is BookFormat.ODS:
        xml = parts["content.xml"].decode()
        assert "table:target-range-address=\"'Table 1'.A3:'Table 1'.B5\"" in xml
        assert 'table:contains-header="true"' in xml
        assert xml.index("<table:table-header-rows>") < xml.index("Column 1")
        for word in ("spanned", "covered", "collapse", 'filter-buttons="true'):
            assert word not in xml
    else:
        library: Any = import_module("openpyxl")
        workbook = library.load_workbook(BytesIO(book_bytes(a_book(("a", 1)), form)))
        sheet = workbook["Table 1"]
        assert sheet.tables["table_1"].ref == "A3:B4"
        assert sheet.tables["table_1"].headerRowCount == 1
        assert sheet.tables["table_1"].autoFilter is None
        assert not sheet.merged_cells.ranges
        assert sheet.freeze_panes is None
        assert sheet.print_title_rows == "$3:$3"
        assert [sheet["A1"].style, sheet["A2"].style] == ["Heading 1", "Body"]
        assert sheet["A3"].font.bold


@every_format
def test_a_table_without_rows_is_a_table_still(form: BookFormat) -> None:
    book = a_book()
    assert book.sheets[0].last_row == 4
    rows = read_back(book_bytes(book, form))
    assert [row[0] for row in rows][:3] == ["A table", "One table.", "Column 1"]


def test_numbers_are_shown_with_a_true_minus_and_changes_with_a_plus() -> None:
    cell = NumberCell(value=-1234.5, decimals=1, is_signed=True)
    content = book_bytes(a_book((cell, NumberCell(value=3))), BookFormat.XLSX)
    library: Any = import_module("openpyxl")
    sheet = library.load_workbook(BytesIO(content))["Table 1"]
    shown = [sheet[name].number_format for name in ("A4", "B4")]
    assert shown == [
        f"+#,##0.0;{MINUS}#,##0.0;#,##0.0",
        f"#,##0;{MINUS}#,##0;#,##0",
    ]


@every_format
def test_a_link_leads_to_the_sheet_that_it_names(form: BookFormat) -> None:
    other = Sheet(name="It's", title="Another")
    [first] = a_book((LinkCell(text="there", sheet="It's"),)).sheets
    content = book_bytes(a_book(sheets=(first, other)), form)
    [*_, row] = read_back(content)
    assert row == ["there"]
    written = b"".join(parts_of(content).values())
    target = {"xlsx": b"'It''s'!A1", "ods": b"#'It''s'.A1"}[form.value]
    assert target in written.replace(b"&#x27;", b"'").replace(b"&#39;", b"'")


@every_format
def test_a_column_offers_what_another_sheet_lists(form: BookFormat) -> None:
    listed = BookTable(name="list_1", headings=("Area",), rows=(("kent",), ("surrey",)))
    areas = Sheet(name="Areas", title="Areas", table=listed)
    table = BookTable(
        name="table_1",
        headings=("area", "count"),
        rows=(("kent", 3),),
        choices={"area": "Areas"},
    )
    figures = Sheet(name="Figures", title="Figures", table=table)
    parts = parts_of(book_bytes(a_book(sheets=(figures, areas)), form))
    if form is BookFormat.XLSX:
        xml = parts["xl/worksheets/sheet1.xml"].decode()
        assert "<formula1>'Areas'!$A$3:$A$4</formula1>" in xml
        assert 'sqref="A3:A1048576"' in xml
    else:
        xml = parts["content.xml"].decode().replace("&apos;", "'")
        assert "of:cell-content-is-in-list([$'Areas'.$A$3:.$A$4])" in xml
        assert xml.count('table:content-validation-name="table_1_0"') == 2


def test_what_no_workbook_can_hold_is_named_all_at_once() -> None:
    table = BookTable(
        name="Table 1",
        headings=("a", "A", ""),
        rows=(("one", "two\0", "three"), ("alone",)),
    )
    one = Sheet(name="One: two", title="x" * (LONGEST_TEXT + 1), table=table)
    two = Sheet(name="x" * 32, title="", lines=("\ud800",))
    problems = problems_of(sheets=(one, two, two), title="\f")
    words = "words of small letters, and digits, parted by underscores"
    alike = "a name for each, no two alike"
    names = "1 to 31 characters, none of them [ ] : * ? / \\"
    assert [(each.place, each.allowed) for each in problems] == [
        ("title", ALLOWED_TEXT),
        ("sheets", alike),
        ("the name of a sheet", names),
        ("sheet 'One: two', cell A1", ALLOWED_TEXT),
        ("sheet 'One: two', name of the table", words),
        ("sheet 'One: two', headings", alike),
        ("sheet 'One: two', headings", alike),
        ("sheet 'One: two', cell B3", ALLOWED_TEXT),
        ("sheet 'One: two', row 4", "3 cells, as there are headings"),
        ("the name of a sheet", names),
        (f"sheet '{'x' * 32}', cell A2", ALLOWED_TEXT),
        ("the name of a sheet", names),
        (f"sheet '{'x' * 32}', cell A2", ALLOWED_TEXT),
    ]


@every_format
def test_a_sheet_of_text_alone_has_no_table(form: BookFormat) -> None:
    sheet = Sheet(name="Cover", title="A title", lines=("A line",))
    content = book_bytes(a_book(sheets=(sheet,)), form)
    assert read_back(content, "Cover") == [["A title"], ["A line"]]
    assert not [name for name in parts_of(content) if "xl/tables" in name]
    assert b"database-range" not in b"".join(parts_of(content).values())


def test_a_book_has_a_sheet() -> None:
    assert problems_of(sheets=()) == (Problem("sheets", None, "one sheet or more"),)


@every_format
def test_without_its_library_a_format_is_refused_with_how_to_install_it(
    form: BookFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    def absent(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(book_writing, "import_module", absent)
    with pytest.raises(MissingLibraryError) as caught:
        book_bytes(a_book(("a",)), form)
    assert str(caught.value) == (
        f"writing a workbook in {form.name} needs policing-indicators[workbooks], "
        "which is not installed; install it with: "
        "pip install policing-indicators[workbooks]"
    )
