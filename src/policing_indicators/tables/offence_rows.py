"""The rows of the Home Office's table of offences, from whichever file holds them.

It is published as workbooks with a sheet for each financial year or two, behind a cover
and notes, and is passed on as CSV and as Parquet. Which of them a file is, its content
says and not its name.
"""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from os import PathLike

from attrs import frozen

from policing_indicators.errors import InvalidContentError, Problem
from policing_indicators.tables import workbook
from policing_indicators.tables.file_form import is_parquet
from policing_indicators.tables.header import Header
from policing_indicators.tables.lines import Row, lines_of_file, rows
from policing_indicators.tables.lines_in_turn import lines_in_turn
from policing_indicators.tables.reading import LeftOut
from policing_indicators.tables.workbook import Sheet

_FIRST_ROWS = 30
_NO_TABLE = "no table of offences"
_ALLOWED_SHEETS = "a sheet with a header row that has the columns {}"


@frozen(kw_only=True)
class OffenceRows:
    """The rows of a file, or of one sheet of it.

    Attributes:
        header: The row of the columns' names.
        rows: The rows below it, each with its number.
        place: Says where something is, given its place within the rows.
    """

    header: Header
    rows: Iterator[tuple[int, Row]]
    place: Callable[[str], str]


class OffenceSource:
    """A file that holds the table of offences.

    Args:
        path: The file.
        spellings: Which column each name is of.
        required: The columns that a table must have.

    Attributes:
        problems: Takes what is not right in the file.
        left_out: The sheets of a workbook that hold no such table.
    """

    __slots__ = ("_path", "_required", "_spellings", "left_out", "problems")

    problems: list[Problem]
    left_out: list[LeftOut]

    def __init__(
        self,
        path: str | PathLike[str],
        spellings: dict[str, str],
        required: Collection[str],
    ) -> None:
        """Read nothing yet."""
        self._path = path
        self._spellings = spellings
        self._required = tuple(required)
        self.problems = []
        self.left_out = []

    def tables(self, *, in_turn: bool = False) -> Iterator[OffenceRows]:
        """Give the rows of the file; of a workbook sheet by sheet.

        Args:
            in_turn: Whether the lines of a CSV file are read one after the other, in
                bounded room; else what is no text is named on all of them at once.

        Raises:
            FileAccessError: The file cannot be read.
            InvalidContentError: It is of none of the forms, or damaged.
            MissingLibraryError: What reads its form is not installed.
        """
        if workbook.is_workbook(self._path):
            yield from self._of_workbook()
        elif is_parquet(self._path):
            from policing_indicators.tables import parquet  # noqa: PLC0415 - only where Parquet is read: it needs an extra

            names = parquet.rows(self._path, self._is_known)
            yield self._rows(names, lambda place: place)
        else:
            lines = (lines_in_turn if in_turn else lines_of_file)(self._path)
            yield self._rows(rows(lines, self.problems), lambda place: place)

    def _rows(
        self, numbered: Iterator[tuple[int, Row]], place: Callable[[str], str]
    ) -> OffenceRows:
        header = Header.of(numbered, self._spellings)
        return OffenceRows(header=header, rows=numbered, place=place)

    def _is_known(self, name: str) -> bool:
        header = Header(1, [name], self._spellings)
        return any(column in header for column in self._spellings.values())

    def _of_workbook(self) -> Iterator[OffenceRows]:
        opened = workbook.read(self._path)
        found = False
        for name in opened.names:
            sheet = opened.sheet(name)
            header = self._header_of(sheet)
            if header is None:
                many = sum(1 for _ in sheet.texts())
                self.left_out += [LeftOut(name, _NO_TABLE, many)] if many else []
                continue
            found = True
            self.problems.extend(sheet.refusals())
            yield OffenceRows(
                header=header,
                rows=(each for each in sheet.texts() if each[0] > header.line),
                place=partial(_on_sheet, name),
            )
        if not found:
            allowed = _ALLOWED_SHEETS.format(", ".join(self._required))
            problem = Problem("the file", ", ".join(opened.names), allowed)
            raise InvalidContentError(opened.where, (problem,))

    def _header_of(self, sheet: Sheet) -> Header | None:
        """Find the row that names most of the columns, among the first of a sheet.

        A row that lacks one is the header all the same: what it lacks is then named.
        """
        for number, cells in sheet.texts():
            if number > _FIRST_ROWS:
                break
            header = Header(number, cells, self._spellings)
            there = sum(column in header for column in self._required)
            if there > len(self._required) // 2:
                return header
        return None


def _on_sheet(name: str, place: str) -> str:
    return f"sheet {name!r}, {place}"
