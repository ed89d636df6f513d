"""The Home Office's table of offences, as it stands in a file."""

from collections.abc import Iterator
from os import PathLike
from typing import NamedTuple

from attrs import evolve

from policing_indicators.errors import InvalidContentError, InvalidValueError, Problem
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.offence_cells import Holder, Offence, OffenceCells
from policing_indicators.tables.offence_rows import OffenceRows, OffenceSource
from policing_indicators.tables.reading import LeftOut
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.period import Period

COLUMNS = (
    "financial_year",
    "financial_quarter",
    "area_code",
    "force_name",
    "offence_group",
    "offence_subgroup",
    "offence_code",
    "number_of_offences",
)
"""The columns that are read."""

REQUIRED = tuple(column for column in COLUMNS if column != "area_code")
"""Those that a table must have."""

SPELLINGS = {column: column for column in COLUMNS} | {
    "quarter": "financial_quarter",
    "area_name": "force_name",
    "force_code": "area_code",
    "count": "number_of_offences",
}
"""Which column each name in a header is of."""

_TOGETHER = "all rows of a financial year behind each other, to be read year by year"
_MOST_LINES = 10**12
"""More than any sheet or file has."""

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

    def taken(self) -> dict[Place, Counts]:
        """Give what was taken in so far, and start without a row."""
        places, self.places = self.places, {}
        self._counts.clear()
        return places

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


class OffenceFile:
    """A file that holds the table: CSV, a workbook or Parquet.

    Args:
        path: The file.
        forces: The forces it may name.

    Attributes:
        left_out: The sheets of a workbook that hold no such table.
    """

    __slots__ = ("_forces", "_path", "_sections", "_source", "left_out")

    left_out: list[LeftOut]

    def __init__(self, path: str | PathLike[str], forces: Areas) -> None:
        """Read nothing yet."""
        self._path = path
        self._forces = forces
        self._source = OffenceSource(path, SPELLINGS, REQUIRED)
        self._sections: list[OffenceRows] = []
        self.left_out = self._source.left_out

    def whole(self) -> dict[Place, Counts]:
        """Read all of it.

        Raises:
            FileAccessError: The file cannot be read.
            InvalidContentError: Something in it is not right; all of it is named.
            MissingLibraryError: What reads its form is not installed.
        """
        table = OffenceTable(self._forces)
        for line, cells in self._rows():
            self._take_in(table, line, cells)
        self._hold_to_no_problems()
        return table.places

    def years(self) -> Iterator[dict[Place, Counts]]:
        """Read it a financial year at a time, so that no more than one is held.

        Raises:
            FileAccessError: The file cannot be read.
            InvalidContentError: Something in a year is not right, or its rows do not
                all follow each other.
            MissingLibraryError: What reads its form is not installed.
        """
        table, year, seen = OffenceTable(self._forces), "", set[str]()
        for line, cells in self._rows(in_turn=True):
            if cells[0] != year:
                if table.places:
                    self._hold_to_no_problems()
                    yield table.taken()
                year = cells[0]
                if year in seen:
                    self._refuse(line, year, _TOGETHER)
                seen.add(year)
            self._take_in(table, line, cells)
        self._hold_to_no_problems()
        if table.places:
            yield table.taken()

    def _rows(self, *, in_turn: bool = False) -> Iterator[tuple[int, _Cells]]:
        """Give the cells of each row, numbered through all sheets."""
        for section in self._source.tables(in_turn=in_turn):
            header = section.header
            faults = (*header.missing(REQUIRED), *header.repeated())
            self._source.problems.extend(
                evolve(fault, place=section.place(fault.place)) for fault in faults
            )
            if faults:
                continue
            base = len(self._sections) * _MOST_LINES
            self._sections.append(section)
            pick = header.picker(COLUMNS)
            for line, row in section.rows:
                row.append("")
                yield base + line, pick(row)

    def _take_in(self, table: OffenceTable, line: int, cells: _Cells) -> None:
        try:
            first = table.add(line, cells)
        except InvalidValueError:
            section, number = self._section(line)
            for error in table.refusals(cells):
                place = section.place(section.header.place(number, error.noun))
                problem = Problem(place, error.value, error.allowed)
                self._source.problems.append(problem)
            return
        if first != line:
            value = ", ".join(filter(None, cells))
            problem = Problem(self._both(first, line), value, _TWICE)
            self._source.problems.append(problem)

    def _refuse(self, line: int, value: str, allowed: str) -> None:
        section, number = self._section(line)
        place = section.place(section.header.place(number, COLUMNS[0]))
        self._source.problems.append(Problem(place, value, allowed))

    def _both(self, first: int, line: int) -> str:
        (earlier, one), (later, other) = self._section(first), self._section(line)
        if earlier is later:
            return later.place(f"lines {one} and {other}")
        return f"{earlier.place(f'line {one}')} and {later.place(f'line {other}')}"

    def _section(self, line: int) -> tuple[OffenceRows, int]:
        section, number = divmod(line, _MOST_LINES)
        return self._sections[section], number

    def _hold_to_no_problems(self) -> None:
        if self._source.problems:
            raise InvalidContentError(str(self._path), tuple(self._source.problems))


def read(path: str | PathLike[str], forces: Areas) -> dict[Place, Counts]:
    """Read the table from a file; see :meth:`OffenceFile.whole`.

    Args:
        path: The file.
        forces: The forces it may name.
    """
    return OffenceFile(path, forces).whole()
