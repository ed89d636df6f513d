"""Workbooks, XLSX and ODS: their sheets by name, and their cells with their places.

A workbook is looked at before it is read: the sizes of its parts as they unpack, how
far its sheets go, how much text there is, what its XML declares. One that holds more
than is allowed is refused, in bounded time and room. Its formulas are not worked out:
what stands in their cells is what was last worked out, and where they stand is said.

A sheet whose name begins or ends with blanks is known without them.

Reading needs python-calamine, which the extra ``workbooks`` brings.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from os import PathLike

from attrs import field, frozen

from policing_indicators.errors import Problem, UnknownNameError
from policing_indicators.tables import workbook_ods, workbook_xlsx
from policing_indicators.tables.file_form import begins_with
from policing_indicators.tables.lines import Row
from policing_indicators.tables.workbook_archive import MARK, OLD_MARK, Archive
from policing_indicators.tables.workbook_limits import refusal
from policing_indicators.tables.workbook_place import cell_name
from policing_indicators.tables.workbook_shape import SheetShape

Value = str | float | bool | date | time | timedelta
"""What stands in a cell; an empty text where nothing does."""

_EXACT = 2**53
"""Beyond it a spreadsheet's numbers are not whole numbers to the last digit."""

_NO_FORMULA = "a value and no formula: a workbook keeps what was last worked out"
_NOT_MERGED = "cells that are not merged"


@frozen(kw_only=True)
class Sheet:
    """A sheet of a workbook.

    Attributes:
        where: The file, as the caller named it.
        name: The sheet's name, without blanks around it.
        formulas: The cells of formulas, such as ``B7``; of very many, the first.
        merged: The merged ranges, such as ``A1:C1``; likewise.
        percentages: The cells of numbers that are shown in per cent; likewise. A
            workbook keeps 85% as 0.85.
    """

    where: str
    name: str
    formulas: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    percentages: tuple[str, ...] = ()
    _rows: Callable[[], Iterator[list[Value]]] = field(
        alias="rows", eq=False, repr=False
    )

    def rows(self) -> Iterator[list[Value]]:
        """Give the rows from the first, each as wide as the sheet, one at a time."""
        return self._rows()

    def texts(self) -> Iterator[tuple[int, Row]]:
        """Give the number of each row that holds anything, and its cells as text.

        The text is what a table in CSV would have there: see :func:`text_of`.
        """
        for number, row in enumerate(self._rows(), start=1):
            cells = list(map(text_of, row))
            if any(cell.strip() for cell in cells):
                yield number, cells

    def place(self, row: int, column: int) -> str:
        """Name a cell of the sheet by its row and column, both counted from one."""
        return f"sheet {self.name!r}, cell {cell_name(row - 1, column - 1)}"

    def refusals(self) -> Iterator[Problem]:
        """Name every formula and every merged range, for tables that may have none."""
        for cells in self.merged:
            yield Problem(f"sheet {self.name!r}, cells {cells}", cells, _NOT_MERGED)
        for cell in self.formulas:
            yield Problem(f"sheet {self.name!r}, cell {cell}", cell, _NO_FORMULA)


@frozen(kw_only=True)
class Workbook:
    """A workbook that was opened.

    Attributes:
        where: The file, as the caller named it.
        names: The names of its sheets, in their order, without blanks around them.
    """

    where: str
    names: tuple[str, ...]
    _sheet: Callable[[str], Sheet] = field(alias="sheet", eq=False, repr=False)

    def __contains__(self, name: object) -> bool:
        """Say whether there is a sheet of a name."""
        return name in self.names

    def sheet(self, name: str) -> Sheet:
        """Read a sheet.

        Raises:
            UnknownNameError: There is none of this name.
            InvalidContentError: It cannot be read.
        """
        if name not in self.names:
            raise UnknownNameError(f"sheet in {self.where}", name, self.names)
        return self._sheet(name)


def is_workbook(path: str | PathLike[str]) -> bool:
    """Say whether a file begins as workbooks do, whatever it is called.

    Those in XLS and those that a password protects do as well: :func:`read` refuses
    them, and says what they are.
    """
    return begins_with(path, MARK, OLD_MARK)


def read(path: str | PathLike[str]) -> Workbook:
    """Open a workbook.

    Args:
        path: The file, XLSX or ODS.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no workbook, is encrypted or damaged, or holds more
            than is allowed.
        MissingLibraryError: python-calamine is not installed.
    """
    from policing_indicators.tables.workbook_reader import Reader  # noqa: PLC0415 - only where a workbook is read: it needs an extra

    archive = Archive(path)
    look_at = _form_of(archive)
    shapes = look_at(archive)
    reader = Reader(archive.copy(), archive.where)
    spelt = {name.strip(): name for name in reader.names}
    if len(spelt) < len(reader.names):
        names = ", ".join(reader.names)
        allowed = "sheets each with a name of its own, blanks around it left aside"
        raise refusal(archive.where, f"the sheets {names}", allowed)

    def sheet(name: str) -> Sheet:
        shape = shapes[spelt[name]]
        return Sheet(
            where=archive.where,
            name=name,
            formulas=tuple(shape.formulas),
            merged=tuple(shape.merged),
            percentages=tuple(shape.percentages),
            rows=reader.rows(spelt[name]),
        )

    return Workbook(where=archive.where, names=tuple(spelt), sheet=sheet)


def text_of(value: Value) -> str:
    """Write what stands in a cell as a table in CSV would have it.

    A spreadsheet tells no 12 from 12.0, so a whole number is written without a point.
    Days are written year first; a day's time of midnight is left off.

    >>> text_of(12.0), text_of(0.1), text_of(date(2026, 4, 1)), text_of(True)
    ('12', '0.1', '2026-04-01', 'TRUE')
    """
    match value:
        case str():
            return value
        case bool():
            return str(value).upper()
        case float() if value.is_integer() and abs(value) < _EXACT:
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return str(value)


def _form_of(archive: Archive) -> Callable[[Archive], dict[str, SheetShape]]:
    for part, look_at in _FORMS.items():
        if part in archive.names:
            return look_at
    raise refusal(archive.where, "an archive that holds no workbook")


_FORMS = {
    workbook_xlsx.WORKBOOK_PART: workbook_xlsx.look_at,
    workbook_ods.CONTENT: workbook_ods.look_at,
}
