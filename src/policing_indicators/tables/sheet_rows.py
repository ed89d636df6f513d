"""A table on a sheet of a workbook, read by the reader of the same table in CSV.

Above the table there may stand a title and lines of text, in column A alone: the first
row of which more than one cell is filled is that of the headings.
"""

import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from os import PathLike

from attrs import evolve, frozen

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.tables import workbook
from policing_indicators.tables.lines import Row
from policing_indicators.tables.workbook import Sheet, Workbook
from policing_indicators.tables.workbook_limits import refusal
from policing_indicators.tables.workbook_place import cell_name

_CELL = re.compile(r"line (\d+), column (.+)", re.DOTALL)
_ROW = re.compile(r"line (\d+)")
_ROWS = re.compile(r"lines (\d+) and (\d+)")
_NO_PER_CENT = "85 and not 85%: a workbook keeps what is shown in per cent as 0.85"
_NOTHING_BEYOND = "nothing beside the columns that have a heading"


@frozen(kw_only=True)
class SheetRows:
    """The rows of a table on a sheet.

    Attributes:
        rows: The rows that hold anything, from that of the headings, each with its
            number and all as long as that.
        problems: Takes what is not right, by lines as in a CSV file; the sheet and cell
            are named in their stead where it is raised.
    """

    rows: Iterator[tuple[int, Row]]
    problems: list[Problem]


@contextmanager
def table_on_sheet(path: str | PathLike[str], name: str) -> Generator[SheetRows]:
    """Open the table of a workbook, and name cells where its reader names lines.

    Args:
        path: The workbook.
        name: The name of the table's sheet, in whichever case; a workbook of one sheet
            alone, those aside that are hidden, may call it otherwise.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: The workbook or the table is not right; all is named.
        MissingLibraryError: What reads workbooks is not installed.
    """
    sheet = _sheet(workbook.read(path), name)
    numbered = list(sheet.texts())
    start = next(
        (place for place, (_, cells) in enumerate(numbered) if _is_wide(cells)), 0
    )
    table = numbered[start:]
    headings = table[0][1] if table else []
    width = _filled(headings)
    problems = [*sheet.refusals(), *_percentages(sheet)]
    problems += [
        Problem(sheet.place(number, column), cell, _NOTHING_BEYOND)
        for number, cells in table
        for column, cell in enumerate(cells[width:], start=width + 1)
        if cell.strip()
    ]
    if problems:
        raise InvalidContentError(sheet.where, tuple(problems))
    rows = ((number, cells[:width]) for number, cells in table)
    try:
        yield SheetRows(rows=rows, problems=problems)
    except InvalidContentError as error:
        told = (_told(each, sheet.name, headings) for each in error.problems)
        raise InvalidContentError(error.where, tuple(told)) from error


def _percentages(sheet: Sheet) -> Iterator[Problem]:
    for cell in sheet.percentages:
        yield Problem(f"sheet {sheet.name!r}, cell {cell}", cell, _NO_PER_CENT)


def _sheet(opened: Workbook, name: str) -> Sheet:
    shown = [each for each in opened.names if each not in opened.hidden]
    called = [each for each in opened.names if each.casefold() == name.casefold()]
    found = called or shown
    if len(found) != 1:
        names = ", ".join(shown)
        allowed = f"a sheet called {name}, or one sheet alone"
        raise refusal(opened.where, f"the sheets {names}", allowed)
    if found[0] in opened.hidden:
        found_hidden = f"the sheet {found[0]}, which is hidden"
        raise refusal(opened.where, found_hidden, "a sheet that is shown")
    return opened.sheet(found[0])


def _is_wide(cells: Row) -> bool:
    return sum(1 for cell in cells if cell.strip()) > 1


def _filled(cells: Row) -> int:
    """Give how many cells there are up to the last one that is filled."""
    filled = [place for place, cell in enumerate(cells, start=1) if cell.strip()]
    return filled[-1] if filled else 0


def _told(problem: Problem, sheet: str, headings: Row) -> Problem:
    """Name the cell of a sheet where the reader named a line of a file."""
    place = problem.place
    where = f"sheet {sheet!r}"
    if found := _CELL.fullmatch(place):
        row, column = int(found[1]), found[2]
        if column.isdecimal():
            told = f"{where}, cell {cell_name(row - 1, int(column) - 1)}"
        else:
            names = [each.strip() for each in headings]
            cell = cell_name(row - 1, names.index(column))
            told = f"{where}, cell {cell}, column {column}"
    elif found := _ROW.fullmatch(place):
        told = f"{where}, row {found[1]}"
    elif found := _ROWS.fullmatch(place):
        told = f"{where}, rows {found[1]} and {found[2]}"
    else:
        told = f"{where}, {place}"
    return evolve(problem, place=told)
