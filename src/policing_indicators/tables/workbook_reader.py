"""The reader of workbooks, python-calamine: the one module that knows it."""

from collections.abc import Callable, Iterator
from datetime import date, time, timedelta
from io import BytesIO
from typing import ParamSpec, TypeVar

from policing_indicators.errors import MissingLibraryError
from policing_indicators.tables.workbook_limits import refusal

try:
    from python_calamine import (
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )
except ImportError as _error:
    raise MissingLibraryError(
        "policing-indicators[workbooks]", "reading a workbook"
    ) from _error

_Value = str | float | bool | date | time | timedelta
_Arguments = ParamSpec("_Arguments")
_Answer = TypeVar("_Answer")


class Reader:
    """A workbook that the reader has opened.

    Args:
        archive: The workbook.
        where: The file, as the caller named it.

    Attributes:
        names: The names of its sheets of cells, in their order.
        hidden: Those of them that a spreadsheet does not show.

    Raises:
        InvalidContentError: The reader cannot read it.
    """

    __slots__ = ("_opened", "_where", "hidden", "names")

    names: tuple[str, ...]
    hidden: tuple[str, ...]

    def __init__(self, archive: BytesIO, where: str) -> None:
        """Open the workbook."""
        self._where = where
        self._opened = self._asked(_opened, archive)
        sheets = [
            sheet
            for sheet in self._opened.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        ]
        self.names = tuple(sheet.name for sheet in sheets)
        self.hidden = tuple(
            sheet.name for sheet in sheets if sheet.visible != SheetVisibleEnum.Visible
        )

    def rows(self, name: str) -> Callable[[], Iterator[list[_Value]]]:
        """Read a sheet, and give what gives its rows, as often as it is asked.

        Raises:
            InvalidContentError: The reader cannot read it.
        """
        sheet = self._asked(self._opened.get_sheet_by_name, name)
        if sheet.start is None:  # nothing is on it, and its rows cannot be asked for
            return lambda: iter(())
        before: list[_Value] = [""] * sheet.start[1]
        return lambda: (before + row for row in sheet.iter_rows())

    def _asked(
        self,
        ask: Callable[_Arguments, _Answer],
        *arguments: _Arguments.args,
        **named: _Arguments.kwargs,
    ) -> _Answer:
        try:
            return ask(*arguments, **named)
        except (CalamineError, OSError, ValueError) as error:
            found = f"what its reader cannot read ({error})"
            raise refusal(self._where, found) from error
        except BaseException as error:
            if type(error).__name__ != "PanicException":
                raise
            found = "what stopped its reader"
            raise refusal(self._where, found) from error


def _opened(archive: BytesIO) -> CalamineWorkbook:
    return CalamineWorkbook.from_filelike(archive)
