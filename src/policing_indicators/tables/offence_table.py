"""The Home Office's table of offences, as it stands in a file."""

from collections.abc import Iterator
from os import PathLike
from typing import NamedTuple

from policing_indicators.errors import InvalidContentError, InvalidValueError, Problem
from policing_indicators.tables.header import Header
from policing_indicators.tables.lines import Row, lines_of_file, rows
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.offence_cells import Holder, Offence, OffenceCells
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.period import Period

_COLUMNS = (
    "financial_year",
    "financial_quarter",
    "area_code",
    "force_name",
    "offence_group",
    "offence_subgroup",
    "offence_code",
    "number_of_offences",
)
_REQUIRED = tuple(column for column in _COLUMNS if column != "area_code")
_SPELLINGS = {column: column for column in _COLUMNS} | {
    "quarter": "financial_quarter",
    "area_name": "force_name",
    "force_code": "area_code",
    "count": "number_of_offences",
}
_TWICE = "one row for each year, quarter, force, offence code and subgroup"

_Cells = tuple[str, ...]
Counts = dict[Offence, tuple[int, int]]
"""How many there were of each offence, and the line of the file that says so."""


class Place(NamedTuple):
    """Where and when offences were recorded."""

    holder: Holder
    quarter: Period


class OffenceTable:
    """Takes rows in, each once.

    Args:
        forces: The forces that the table may name.
    """

    __slots__ = ("_cells", "_counts", "places")

    places: dict[Place, Counts]
    """The table by place and quarter."""

    def __init__(self, forces: Areas) -> None:
        """Start without a row."""
        self.places = {}
        self._cells = OffenceCells.of(forces)
        self._counts = Memory(self._counts_of)

    def add(self, line: int, row: _Cells) -> int:
        """Take in a row, and give the line on which the same row first stood.

        Raises:
            InvalidValueError: Something in it is not right; :meth:`refusals` gives all.
        """
        year, quarter, code, force, group, subgroup, offence_code, number = row
        counts = self._counts[year, quarter, code, force]
        offence = self._cells.offence[group, subgroup, offence_code]
        count = self._cells.count[number]
        return counts.setdefault(offence, (count, line))[1]

    def refusals(self, row: _Cells) -> Iterator[InvalidValueError]:
        """Give everything that is not right in a row that cannot be taken in.

        The noun of each is a column.
        """
        year, quarter, code, force, group, subgroup, offence_code, number = row
        for read in (
            lambda: self._cells.year[year],
            lambda: self._cells.quarter[quarter],
            lambda: self._cells.holder[code, force],
            lambda: self._cells.offence[group, subgroup, offence_code],
            lambda: self._cells.count[number],
        ):
            try:
                read()
            except InvalidValueError as error:
                yield error

    def _counts_of(self, cells: tuple[str, str, str, str]) -> Counts:
        year, quarter, code, force = cells
        read = self._cells
        period = Period.financial_quarter(read.year[year], read.quarter[quarter])
        place = Place(read.holder[code, force], period)
        return self.places.setdefault(place, {})


def read(path: str | PathLike[str], forces: Areas) -> dict[Place, Counts]:
    """Read the table from a CSV file.

    Args:
        path: The file.
        forces: The forces it may name.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Something in it is not right; all of it is named.
    """
    problems: list[Problem] = []
    numbered = rows(lines_of_file(path), problems)
    header = Header.of(numbered, _SPELLINGS)
    problems.extend((*header.missing(_REQUIRED), *header.repeated()))
    table = OffenceTable(forces)
    if not problems:
        _take_in(numbered, header, table, problems)
    if problems:
        raise InvalidContentError(str(path), tuple(problems))
    return table.places


def _take_in(
    numbered: Iterator[tuple[int, Row]],
    header: Header,
    table: OffenceTable,
    problems: list[Problem],
) -> None:
    pick = header.picker(_COLUMNS)
    for line, row in numbered:
        row.append("")
        cells = pick(row)
        try:
            first = table.add(line, cells)
        except InvalidValueError:
            for error in table.refusals(cells):
                place = header.place(line, error.noun)
                problems.append(Problem(place, error.value, error.allowed))
        else:
            if first != line:
                place = f"lines {first} and {line}"
                problems.append(Problem(place, ", ".join(filter(None, cells)), _TWICE))
