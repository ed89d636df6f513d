"""Tidy tables checked column by column: each distinct text is read once.

What is wrong is said by the reader of rows, :mod:`policing_indicators.tables.tidy_row`,
which is shown the rows that cannot be read and no others.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.tables.cell import Cell
from policing_indicators.tables.columns.coded import (
    Coded,
    narrowed,
    packed,
    recoded,
    told_apart,
)
from policing_indicators.tables.columns.columns import Columns, exact, spelt
from policing_indicators.tables.columns.counts import Counts
from policing_indicators.tables.columns.csv_columns import Layout
from policing_indicators.tables.columns.read_cells import ReadCells
from policing_indicators.tables.columns.read_column import ReadColumn
from policing_indicators.tables.columns.series_index import SeriesIndex
from policing_indicators.tables.columns.text_table import Lines, TextTable
from policing_indicators.tables.columns.tidy_figures import TidyFigures
from policing_indicators.tables.tidy import SPELLINGS, header_problems, problem_of
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.tables.tidy_row import ALLOWED_TWICE, COLUMNS, TidyRows, noted

LAYOUT = Layout(COLUMNS, SPELLINGS, numbers={"count"})
"""The columns of a tidy table."""

_Placed = tuple[int, bool, Problem]
"""A problem, at which row, and whether it is of the row or stands before it."""


def checked(
    table: TextTable, cells: TidyCells, where: str
) -> tuple[Columns, SeriesIndex]:
    """Read the rows of a tidy table.

    Args:
        table: The table.
        cells: The readers of its cells.
        where: What errors call the table.

    Raises:
        InvalidContentError: Something in it is not right; all of it is named.
    """
    _hold_to_header(table, where)
    rows, read = TidyRows(cells), ReadCells.of(table, cells)
    good = ~read.refused
    kept = table
    if not good.all():
        kept, read = table.taken(good), read.taken(good)
    figures = TidyFigures.of(kept, rows, read.count, read.value)
    agreed = ~figures.contradicted
    if not agreed.all():
        read, figures = read.taken(agreed), figures.taken(agreed)
        good[np.flatnonzero(good)[~agreed]] = False
    lines = table.lines if good.all() else table.lines[good]
    columns = _columns(read, figures, lines, where)
    index = SeriesIndex.of(columns)
    problems = [
        *((row, False, problem) for row, problem in table.problems),
        *_refusals(table, rows, good),
        *_repeats(columns, index, good),
    ]
    if problems:
        ordered = sorted(problems, key=lambda placed: placed[:2])
        raise InvalidContentError(where, tuple(problem for *_, problem in ordered))
    return columns, index


def _hold_to_header(table: TextTable, where: str) -> None:
    wrong = tuple(header_problems(table.header))
    if wrong:
        before = () if table.header.cells else table.problems
        raise InvalidContentError(where, (*(each for _, each in before), *wrong))


def _refusals(
    table: TextTable, rows: TidyRows, good: NDArray[np.bool_]
) -> Iterator[_Placed]:
    for row in np.flatnonzero(~good).tolist():
        for refusal in rows.refusals(table.cells(row, COLUMNS)):
            problem = problem_of(table.header, int(table.lines[row]), refusal)
            yield row, True, problem


def _repeats(
    columns: Columns, index: SeriesIndex, good: NDArray[np.bool_]
) -> Iterator[_Placed]:
    repeated = list(index.repeated())
    rows = np.flatnonzero(good) if repeated else ()
    for first, again in repeated:
        place = f"lines {columns.line[first]} and {columns.line[again]}"
        problem = Problem(place, str(columns.row(again)), ALLOWED_TWICE)
        yield int(rows[again]), True, problem


def _columns(
    read: ReadCells, figures: TidyFigures, lines: Lines, where: str
) -> Columns:
    known = figures.known()
    value = [cell.number for cell in read.value.values]
    file = np.broadcast_to(np.uint8(0), len(lines))
    return Columns(
        indicator=recoded(read.indicator.codes, read.indicator.values),
        area=recoded(read.area.codes, read.area.values),
        period=recoded(read.period.codes, read.period.values, key=spelt),
        count=_counts(read.count),
        denominator=recoded(read.denominator.codes, read.denominator.values, key=exact),
        value=recoded(read.value.codes, value, key=exact),
        missing=recoded(figures.kinds, [each.missing for each in known]),
        status=recoded(figures.kinds, [each.status for each in known]),
        as_at=recoded(read.as_at.codes, read.as_at.values),
        source=recoded(read.source.codes, read.source.values),
        note=_notes(read.note, figures),
        file=Coded(file, (where,)),
        line=narrowed(lines),
    )


def _counts(column: ReadColumn[Cell]) -> Counts:
    if not column.values and column.numbers is not None:
        return Counts(column.numbers)
    counts = [
        None if cell.number is None else int(cell.number) for cell in column.values
    ]
    return Counts.recoded(column.codes, counts, column.numbers)


def _notes(notes: ReadColumn[str], figures: TidyFigures) -> Coded[str]:
    remarks = [each.remark for each in figures.known()]
    if not any(remarks):
        return recoded(notes.codes, notes.values)
    width = len(remarks)
    both = packed([(notes.codes, len(notes.values)), (figures.kinds, width)])
    first, codes = told_apart(both)
    said = [
        noted(notes.values[notes.codes[row]], remarks[figures.kinds[row]])
        for row in first.tolist()
    ]
    return recoded(codes, said)
