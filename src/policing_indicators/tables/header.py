"""The first row of a table: which column is which."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter

from attrs import field, frozen

from policing_indicators.errors import Problem
from policing_indicators.tables.lines import Row
from policing_indicators.tables.nearest import Nearest

_WORD = re.compile(r"[^\W_]+")


def column_of(name: str, spellings: Mapping[str, str]) -> str | None:
    """Say which column a name is of, blind to case and to what parts its words.

    >>> column_of("As at", {"as_at": "as_at"})
    'as_at'
    """
    return spellings.get("_".join(_WORD.findall(name.casefold())))


@frozen
class Header:
    """The names over a table's columns.

    Attributes:
        line: The line of the file it stands on.
        cells: The names, as they stand there; none in an empty file.
        spellings: Which column each name is of; names are blind to case and to what
            parts their words.

    >>> header = Header(1, ["Area", "As at"], {"area": "area", "as_at": "as_at"})
    >>> header.place(7, "as_at")
    'line 7, column As at'
    """

    line: int
    cells: Sequence[str]
    spellings: Mapping[str, str]
    _positions: dict[str, int] = field(init=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        """Find the first position of each column."""
        for position, column in enumerate(self._columns()):
            if column is not None:
                self._positions.setdefault(column, position)

    @classmethod
    def of(
        cls, rows: Iterator[tuple[int, Row]], spellings: Mapping[str, str]
    ) -> "Header":
        """Take the first row of a table."""
        line, cells = next(rows, (1, Row()))
        return cls(line, cells, spellings)

    def __contains__(self, column: str) -> bool:
        """Say whether the table has a column."""
        return column in self._positions

    def place(self, line: int, column: str) -> str:
        """Name a cell by its line and by the name the file has for its column."""
        return f"line {line}, column {self.cells[self._positions[column]].strip()}"

    def picker(self, columns: Sequence[str]) -> Callable[[Row], tuple[str, ...]]:
        """Make what takes two columns or more out of a row.

        A column that the table does not have is taken from behind the row's end:
        one blank cell is to be put there.
        """
        first, second, *others = self.positions(columns)
        return itemgetter(first, second, *others)

    def positions(self, columns: Sequence[str]) -> tuple[int, ...]:
        """Give where columns stand; behind the row's end those that do not."""
        absent = len(self.cells)
        return tuple(self._positions.get(each, absent) for each in columns)

    def missing(self, columns: Sequence[str]) -> Iterator[Problem]:
        """Name the columns that are not there."""
        place = f"line {self.line}"
        if not self.cells:
            yield Problem(place, "", f"a header: {', '.join(columns)}")
            return
        for column in columns:
            if column not in self:
                spelt = [name for name in self.spellings if self._is(name, column)]
                allowed = f"a header with a column {' or '.join(spelt)}"
                yield Problem(place, ",".join(self.cells), allowed)

    def repeated(self) -> Iterator[Problem]:
        """Name every column that is there a second time."""
        for position, column in enumerate(self._columns()):
            if column is not None and self._positions[column] != position:
                allowed = f"each column once; column {self._positions[column] + 1} is "
                yield self._problem(position, f"{allowed}{column} too")

    def unknown(self) -> Iterator[Problem]:
        """Name every column that the table does not know, and what is near it."""
        nearest = Nearest()
        for position, column in enumerate(self._columns()):
            if column is None:
                hint = nearest.hint(self.cells[position], self.spellings)
                allowed = f"one of {', '.join(self.spellings)}{hint}"
                yield self._problem(position, allowed)

    def _is(self, name: str, column: str) -> bool:
        return self.spellings[name] == column

    def _columns(self) -> Iterator[str | None]:
        for cell in self.cells:
            yield column_of(cell, self.spellings)

    def _problem(self, position: int, allowed: str) -> Problem:
        place = f"line {self.line}, column {position + 1}"
        return Problem(place, self.cells[position], allowed)
