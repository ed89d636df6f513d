"""A workbook to be written: its sheets, each with a title, lines and one table.

Its shape is that of the guidance of the Government Analysis Function, "Releasing
statistics in spreadsheets": everything begins in column A, a title, then what must be
known of the table, then the table, with one row of headings that are all different, and
nothing beneath. No cell is merged, no formula is written, and colour says nothing.
"""

import re
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.tables.workbook_place import cell_name

LONGEST_TEXT = 32_767
"""Characters in a cell. Source: Microsoft, "Excel specifications and limits"."""
LONGEST_NAME = 31
"""Characters in the name of a sheet. Source: the same."""

_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold. Source: W3C, "Extensible Markup Language 1.0", 2.2."""
_SHEET_NAME = re.compile(r"[^\[\]:*?/\\'][^\[\]:*?/\\]*(?<!')")
_TABLE_NAME = re.compile(r"[a-z]+(?:_[a-z0-9]+)+", re.ASCII)
_ALLOWED_TEXT = f"at most {LONGEST_TEXT:,} characters, each one that XML can hold"


@frozen(kw_only=True)
class NumberCell:
    """A number, and how a spreadsheet is to show it: with a separator of thousands.

    Attributes:
        value: The number.
        decimals: How many decimals are shown.
        is_signed: Whether a plus is shown too.

    >>> NumberCell(value=-17.3, decimals=1, is_signed=True).value
    -17.3
    """

    value: int | float
    decimals: int = 0
    is_signed: bool = False


@frozen(kw_only=True)
class LinkCell:
    """A text that leads to another sheet of the same workbook.

    Attributes:
        text: The text.
        sheet: The name of the sheet.

    >>> LinkCell(text="Notes", sheet="Notes").sheet
    'Notes'
    """

    text: str
    sheet: str


Cell = str | int | float | NumberCell | LinkCell
"""What stands in a cell. An empty text is a blank cell."""


@frozen(kw_only=True)
class BookTable:
    """A table, marked as one, with its row of headings.

    Attributes:
        name: Its name: small letters and digits in words parted by underscores.
        headings: What stands at the head of each column, no two alike.
        rows: The rows, each as long as the headings.
        choices: Columns whose cells are to be one of the first column of another
            sheet's table, by heading; each with the name of that sheet.

    >>> BookTable(name="table_1", headings=("Area",), rows=(("Kent",),)).rows
    (('Kent',),)
    """

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    choices: dict[str, str] = field(factory=dict)


@frozen(kw_only=True)
class Sheet:
    """A sheet: a title, lines beneath it, and one table or none.

    Attributes:
        name: What stands on its tab.
        title: What it holds.
        lines: What must be known of it, a cell each.
        table: Its table, if it has one.

    >>> Sheet(name="Notes", title="Notes", lines=("One table.",)).first_row
    3
    """

    name: str
    title: str
    lines: tuple[str, ...] = ()
    table: BookTable | None = None

    @property
    def first_row(self) -> int:
        """The number of the row of headings."""
        return len(self.lines) + 2

    @property
    def last_row(self) -> int:
        """The number of the last row, that of the headings where there is none.

        A table of no rows has a blank one, as spreadsheets require it of a table.
        """
        rows = len(self.table.rows) if self.table else 0
        return self.first_row + max(rows, 1)


@frozen(kw_only=True)
class Book:
    """A workbook.

    Attributes:
        title: The title, also of the document itself.
        author: Who publishes it.
        language: The language, as a tag such as ``en-GB``.
        sheets: The sheets, in their order.

    Raises:
        InvalidContentError: Something in it is none that a workbook can hold, or two
            sheets, tables or headings have the same name. All is named at once.

    >>> notes = Sheet(name="Notes", title="Notes")
    >>> Book(title="A", author="B", language="en-GB", sheets=(notes,)).sheets[0].name
    'Notes'
    """

    title: str
    author: str
    language: str
    sheets: tuple[Sheet, ...]

    def __attrs_post_init__(self) -> None:
        """Hold the book to what spreadsheets can hold."""
        problems = tuple(_problems(self))
        if problems:
            raise InvalidContentError("the workbook", problems)


def place(sheet: str, row: int, column: int) -> str:
    """Name a cell by its sheet, row and column, counted from 1.

    >>> place("Notes", 3, 28)
    "sheet 'Notes', cell AB3"
    """
    return f"sheet {sheet!r}, cell {cell_name(row - 1, column - 1)}"


def letters(column: int) -> str:
    """Give the letters of a column, counted from 1.

    >>> letters(26), letters(27)
    ('Z', 'AA')
    """
    return cell_name(0, column - 1).removesuffix("1")


def text_of(cell: Cell) -> str | None:
    """Give the text of a cell that holds one; ``None`` where it holds a number."""
    if isinstance(cell, LinkCell):
        return cell.text
    return cell if isinstance(cell, str) else None


def _problems(book: Book) -> Iterator[Problem]:
    if not book.sheets:
        yield Problem("sheets", None, "one sheet or more")
    for name, text in (("title", book.title), ("author", book.author)):
        yield from _of_text(name, text)
    tables = [each.table.name for each in book.sheets if each.table]
    yield from _repeated("sheets", [each.name.casefold() for each in book.sheets])
    yield from _repeated("tables", tables)
    for sheet in book.sheets:
        if len(sheet.name) > LONGEST_NAME or not _SHEET_NAME.fullmatch(sheet.name):
            allowed = rf"1 to {LONGEST_NAME} characters, none of them [ ] : * ? / \ "
            yield Problem("the name of a sheet", sheet.name, allowed.strip())
        for number, text in enumerate((sheet.title, *sheet.lines), start=1):
            yield from _of_text(place(sheet.name, number, 1), text)
        if sheet.table:
            yield from _of_table(sheet, sheet.table)


def _of_table(sheet: Sheet, table: BookTable) -> Iterator[Problem]:
    where = f"sheet {sheet.name!r}"
    if not _TABLE_NAME.fullmatch(table.name):
        allowed = "words of small letters, and digits, parted by underscores"
        yield Problem(f"{where}, name of the table", table.name, allowed)
    headings = [each.casefold() for each in table.headings]
    yield from _repeated(f"{where}, headings", headings)
    for number, row in enumerate((table.headings, *table.rows), start=sheet.first_row):
        if len(row) != len(table.headings):
            allowed = f"{len(table.headings)} cells, as there are headings"
            yield Problem(f"{where}, row {number}", row, allowed)
        for column, cell in enumerate(row, start=1):
            text = text_of(cell)
            if text is not None:
                yield from _of_text(place(sheet.name, number, column), text)


def _of_text(where: str, text: str) -> Iterator[Problem]:
    if len(text) > LONGEST_TEXT or _UNWRITABLE.search(text):
        yield Problem(where, text, _ALLOWED_TEXT)


def _repeated(where: str, names: Iterable[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for name in names:
        if name in seen or not name:
            yield Problem(where, name, "a name for each, no two alike")
        seen.add(name)
