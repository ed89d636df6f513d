"""The Home Office's table of offences, checked column by column where it is right.

A table that is wrong in anything, or is no plain CSV file, is left to the reader of
rows, :mod:`policing_indicators.tables.offence_table`, which names what is wrong.
"""

from collections.abc import Callable, Sequence
from os import PathLike
from typing import TypeVar

import numpy as np
from attrs import frozen

from policing_indicators.errors import InvalidValueError
from policing_indicators.tables.columns.coded import Coded, packed, recoded, told_apart
from policing_indicators.tables.columns.counts import Counts
from policing_indicators.tables.columns.csv_columns import Layout, read_plain
from policing_indicators.tables.columns.text_table import Lines, TextTable
from policing_indicators.tables.offence_cells import Offence, OffenceCells
from policing_indicators.tables.offence_table import (
    COLUMNS,
    REQUIRED,
    SPELLINGS,
    Place,
)
from policing_indicators.tables.offence_table import Counts as CountsOfPlace
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.period import Period

LAYOUT = Layout(COLUMNS, SPELLINGS, numbers={"number_of_offences"})
"""The columns of the table."""

_PLACE = ("financial_year", "financial_quarter", "area_code", "force_name")
_OFFENCE = ("offence_group", "offence_subgroup", "offence_code")

_Read = TypeVar("_Read")


@frozen(eq=False)
class OffenceColumns:
    """The rows of the table, each once.

    Attributes:
        place: Where and when offences were recorded.
        offence: Which.
        count: How many.
        line: On which line of the file each row stands.
    """

    place: Coded[Place]
    offence: Coded[Offence]
    count: Counts
    line: Lines

    def places(self) -> dict[Place, CountsOfPlace]:
        """Give the table by place and quarter, as the reader of rows does."""
        by_place: dict[Place, CountsOfPlace] = {each: {} for each in self.place.present}
        codes: list[int] = self.offence.codes.tolist()
        offences = [self.offence.values[code] for code in codes]
        places = [by_place[self.place.values[code]] for code in self.place.codes]
        lines: list[int] = self.line.tolist()
        rows = zip(places, offences, lines, strict=True)
        for row, (counts, offence, line) in enumerate(rows):
            counts[offence] = self.count[row] or 0, line
        return by_place


def read(path: str | PathLike[str], forces: Areas) -> OffenceColumns | None:
    """Read the table from a plain CSV file in which all is right.

    Args:
        path: The file.
        forces: The forces it may name.

    Returns:
        The columns; nothing where the file is not plain or anything in it is wrong.
    """
    table = read_plain(path, LAYOUT)
    if table is None or any(table.header.missing(REQUIRED)):
        return None
    if any(table.header.repeated()):
        return None
    try:
        columns = _columns(table, OffenceCells.of(forces))
    except InvalidValueError:
        return None
    return columns if _is_each_once(columns) else None


def _columns(table: TextTable, cells: OffenceCells) -> OffenceColumns:
    def place(texts: Sequence[str]) -> Place:
        year, quarter, code, force = texts
        period = Period.financial_quarter(cells.year[year], cells.quarter[quarter])
        return Place(cells.holder[code, force], period)

    def offence(texts: Sequence[str]) -> Offence:
        group, subgroup, code = texts
        return cells.offence[group, subgroup, code]

    numbers = table.columns["number_of_offences"]
    counts = [cells.count[text] for text in numbers.texts]
    return OffenceColumns(
        place=_together(table, _PLACE, place),
        offence=_together(table, _OFFENCE, offence),
        count=Counts.recoded(numbers.codes, counts, numbers.numbers),
        line=table.lines,
    )


def _together(
    table: TextTable,
    names: Sequence[str],
    read_texts: Callable[[tuple[str, ...]], _Read],
) -> Coded[_Read]:
    """Read cells that go together, each combination of texts once."""
    columns = [table.columns[name] for name in names]
    codes = packed([(each.codes, len(each.texts)) for each in columns])
    first, kinds = told_apart(codes)
    values = [read_texts(table.cells(row, names)) for row in first.tolist()]
    return recoded(kinds, values)


def _is_each_once(columns: OffenceColumns) -> bool:
    place, offence = columns.place, columns.offence
    both = [(place.codes, len(place.values)), (offence.codes, len(offence.values))]
    rows = np.sort(packed(both))
    return not bool((rows[1:] == rows[:-1]).any())
