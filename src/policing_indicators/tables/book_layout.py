"""How a workbook looks, in whichever format: fonts, widths, and what is set right."""

import re
from collections.abc import Iterator
from itertools import chain
from textwrap import wrap

from policing_indicators.tables.book import (
    BookTable,
    Cell,
    LinkCell,
    NumberCell,
    Sheet,
    text_of,
)

FONT = "Arial"
SIZE = 12
"""Points, the least that the guidance names; text without serifs."""
TITLE_SIZE = 16
LINE_HEIGHT = 15.5
"""Points that a line of the text takes up."""

_SYMBOL = re.compile(r"\[[a-z0-9]+\]")
_NARROWEST, _WIDEST = 14, 70
_LINE_WIDTH = 44
"""Characters: the least width of column A where lines stand above a table."""
_FILLED = 0.95
"""How much of a column's width its lines fill, at the most."""
_PROSE_WIDTH = 90
"""Characters: the width of a sheet that is text alone."""


def plain(text: str) -> str:
    r"""Give a text with one kind of line end, as a cell has it.

    >>> plain("one\r\ntwo")
    'one\ntwo'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n")


def widths(sheet: Sheet) -> tuple[int, ...]:
    """Give the width of each column in characters. What is longer is wrapped.

    >>> widths(Sheet(name="Notes", title="Notes"))
    (90,)
    """
    if sheet.table is None:
        return (_PROSE_WIDTH,)
    first, *others = map(_width, _columns(sheet.table))
    return max(first, _LINE_WIDTH) if sheet.lines else first, *others


def heights(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Give the rows of a sheet that take more than one line of text, and how many.

    They are reckoned on the safe side, for programs that do not work them out.
    """
    wide = widths(sheet)
    rows: Iterator[tuple[Cell, ...]] = ((line,) for line in sheet.lines)
    table = (sheet.table.headings, *sheet.table.rows) if sheet.table else ()
    for number, cells in enumerate(chain(rows, table), start=2):
        lines = max(map(_lines, cells, wide))
        if lines > 1:
            yield number, lines


def set_right(table: BookTable) -> tuple[bool, ...]:
    """Say of each column whether it is set to the right, as numbers are.

    One that holds only symbols of a few letters stands for numbers that are missing.
    """
    return tuple(
        any(text_of(cell) is None for cell in cells) or all(map(_is_symbol, cells[1:]))
        for cells in _columns(table)
    )


def number_of(cell: Cell) -> int | float | None:
    """Give the number of a cell that holds one."""
    if isinstance(cell, NumberCell):
        return cell.value
    return None if isinstance(cell, str | LinkCell) else cell


def _is_symbol(cell: Cell) -> bool:
    return isinstance(cell, str) and _SYMBOL.fullmatch(cell) is not None


def _columns(table: BookTable) -> Iterator[tuple[Cell, ...]]:
    return zip(table.headings, *table.rows, strict=True)


def _width(cells: tuple[Cell, ...]) -> int:
    longest = max(map(_length, cells))
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _lines(cell: Cell, width: int) -> int:
    text = text_of(cell) or ""
    return sum(
        max(len(wrap(line, round(width * _FILLED))), 1)
        for line in plain(text).split("\n")
    )


def _length(cell: Cell) -> int:
    text = text_of(cell)
    if text is None:
        return len(f"{number_of(cell):,}")
    return max(map(len, text.split("\n")))
