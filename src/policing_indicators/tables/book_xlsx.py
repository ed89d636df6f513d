"""A workbook written as XLSX, by openpyxl.

It is openpyxl because that gives titles the style by which spreadsheets and screen
readers know a heading, marks tables without filter buttons, and names the language.
Every text is written as a text, also one that looks like a formula.
"""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, NamedStyle, Side
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table, TableColumn

from policing_indicators.tables.book import (
    Book,
    BookTable,
    Cell,
    LinkCell,
    NumberCell,
    Sheet,
    letters,
    text_of,
)
from policing_indicators.tables.book_archive import settled
from policing_indicators.tables.book_layout import (
    FONT,
    LINE_HEIGHT,
    SIZE,
    TITLE_SIZE,
    heights,
    number_of,
    plain,
    set_right,
    widths,
)
from policing_indicators.tables.tidy_cells import guarded

_TITLE, _BUILT_IN_TITLE = "Heading 1", 16
"""The style by which screen readers find titles. Source: ECMA-376, part 1, 18.8.7."""
_TEXT, _NUMBER, _LINK = "Body", "Figure", "Link to a sheet"
_HEADING, _NUMBER_HEADING = "Column heading", "Column heading of figures"
_MINUS = '"\N{MINUS SIGN}"'
_LAST_ROW = 1_048_576
"""The rows of a sheet. Source: Microsoft, "Excel specifications and limits"."""

_Worksheet = Any
"""openpyxl gives its sheets and cells no types that can be relied on."""


def content(book: Book) -> bytes:
    """Give the bytes of a workbook, the same for equal books.

    Args:
        book: The workbook.
    """
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    properties: Any = workbook.properties
    properties.title, properties.creator = book.title, book.author
    properties.language = book.language
    for style in _styles():
        workbook.add_named_style(style)
    for sheet in book.sheets:
        target: _Worksheet = workbook.create_sheet(sheet.name)
        _write(target, sheet)
        if sheet.table:
            _fill(target, sheet, sheet.table)
            _mark(target, sheet, sheet.table)
            for validation in _validations(book, sheet, sheet.table):
                target.add_data_validation(validation)
    for number, table in enumerate(_tables(workbook), start=1):
        table.id = number
    packed = BytesIO()
    workbook.save(packed)
    return settled(packed.getvalue())


def _styles() -> Iterator[NamedStyle]:
    line = Border(bottom=Side(border_style="thin"))
    title = Font(name=FONT, size=TITLE_SIZE, bold=True)
    link = Font(name=FONT, size=SIZE, underline="single", color="0000EE")
    yield NamedStyle(_TITLE, font=title, builtinId=_BUILT_IN_TITLE)
    yield NamedStyle(_LINK, font=link, alignment=Alignment(vertical="top"))
    for name, side, is_heading in (
        (_TEXT, "left", False),
        (_NUMBER, "right", False),
        (_HEADING, "left", True),
        (_NUMBER_HEADING, "right", True),
    ):
        yield NamedStyle(
            name,
            font=Font(name=FONT, size=SIZE, bold=is_heading),
            alignment=Alignment(horizontal=side, vertical="top", wrap_text=True),
            border=line if is_heading else Border(),
        )


def _write(target: _Worksheet, sheet: Sheet) -> None:
    for number, width in enumerate(widths(sheet), start=1):
        target.column_dimensions[letters(number)].width = width
    for number, line in enumerate((sheet.title, *sheet.lines), start=1):
        _put(target.cell(number, 1), line, _TITLE if number == 1 else _TEXT)
    for number, lines in heights(sheet):
        target.row_dimensions[number].height = lines * LINE_HEIGHT
    page = target.page_setup
    page.orientation, page.paperSize = "landscape", target.PAPERSIZE_A4
    page.fitToWidth, page.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True


def _fill(target: _Worksheet, sheet: Sheet, table: BookTable) -> None:
    right = set_right(table)
    head = tuple(_NUMBER_HEADING if each else _HEADING for each in right)
    body = tuple(_NUMBER if each else _TEXT for each in right)
    row = sheet.first_row
    for number, cells in enumerate((table.headings, *table.rows), start=row):
        styles = head if number == row else body
        for column, (cell, style) in enumerate(
            zip(cells, styles, strict=True), start=1
        ):
            _put(target.cell(number, column), cell, style)
    target.print_title_rows = f"{row}:{row}"


def _put(target: Any, cell: Cell, style: str) -> None:  # noqa: ANN401 - as above
    text = text_of(cell)
    target.style = style
    if text is None:
        target.value = repr(number_of(cell))
        target.data_type = "n"  # a number would be written with sixteen digits alone
        if isinstance(cell, NumberCell):
            target.number_format = _format(cell)
    elif text:
        target.value = plain(text)
        target.data_type = "s"  # else a text that begins with = is taken as a formula
        target.quotePrefix = guarded(text) != text
    if isinstance(cell, LinkCell):
        target.hyperlink = Hyperlink(
            ref=target.coordinate, location=f"{_quoted(cell.sheet)}!A1"
        )
        target.style = _LINK


def _format(cell: NumberCell) -> str:
    number = "#,##0" + (f".{'0' * cell.decimals}" if cell.decimals else "")
    plus = "+" if cell.is_signed else ""
    return f"{plus}{number};{_MINUS}{number};{number}"


def _mark(target: _Worksheet, sheet: Sheet, table: BookTable) -> None:
    """Mark a table as one, with headings and without filter buttons."""
    corner = f"{letters(len(table.headings))}{sheet.last_row}"
    marked = Table(displayName=table.name, ref=f"A{sheet.first_row}:{corner}")
    marked.tableColumns = [
        TableColumn(id=number, name=heading)
        for number, heading in enumerate(table.headings, start=1)
    ]
    target.add_table(marked)


def _tables(workbook: Workbook) -> Iterator[Table]:
    for target in workbook.worksheets:
        yield from target.tables.values()


def _validations(
    book: Book, sheet: Sheet, table: BookTable
) -> Iterator[DataValidation]:
    sheets = {each.name: each for each in book.sheets}
    for heading, name in table.choices.items():
        column = letters(table.headings.index(heading) + 1)
        source = sheets[name]
        rows = f"$A${source.first_row + 1}:$A${source.last_row}"
        validation: Any = DataValidation(
            type="list",
            formula1=f"{_quoted(name)}!{rows}",
            allow_blank=True,
            showErrorMessage=True,
            errorStyle="warning",
        )
        validation.add(f"{column}{sheet.first_row + 1}:{column}{_LAST_ROW}")
        yield validation


def _quoted(name: str) -> str:
    doubled = name.replace("'", "''")
    return f"'{doubled}'"
