"""The police force area data tables of the Office for National Statistics.

They are read from the workbooks in which they are published, and from one sheet saved
as CSV: recorded crime by offence as counts, changes and rates (Tables P1 to P4), crime
with a knife (P5 to P7), with a firearm (P8) and fraud (P9), and recorded crime by
community safety partnership (C1 to C5); and in the layout of 2019 (P1 to P5).

* A table is known by its title and a column by its heading, not by where they stand. A
  title, heading, row or cell that is not known is refused by its cell, and never
  guessed; what else there is reads, if that is asked for.
* Notes are taken off headings and names, and kept: their numbers beside the figures,
  their texts in the reading.
* A count is followed by the population that the same workbook rates it over, where the
  registered estimates are, rounded, the ones that it prints.
* Rates and percentages are indicators by themselves, such as
  ``ons/knife-crime-rate-per-100000``, as are the offences that are no national
  indicator, such as ``ons/shoplifting``.

Source: Office for National Statistics, "Police force area data tables".
"""

import csv
from collections.abc import Iterable, Iterator
from datetime import date
from os import PathLike
from typing import Literal

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    Problem,
    UnknownNameError,
)
from policing_indicators.registry.layouts import layout as registered_layout
from policing_indicators.tables import workbook
from policing_indicators.tables.lines import lines_of_file
from policing_indicators.tables.ons_book import OnsBook
from policing_indicators.tables.ons_reading import OnsReading
from policing_indicators.tables.ons_words import number_of
from policing_indicators.tables.workbook import Sheet, Value
from policing_indicators.vocabulary import requirement

Unplaced = Literal["refuse", "leave out"]
"""What is done about a cell that cannot be placed."""

_LAYOUT = "ons-police-force-areas"


def read(
    path: str | PathLike[str],
    *,
    sheets: Iterable[str] | None = None,
    unplaced: Unplaced = "refuse",
    as_at: date | None = None,
) -> OnsReading:
    r"""Read the tables from a workbook, or one of them from a CSV file in UTF-8.

    Args:
        path: The file: XLSX, ODS or CSV.
        sheets: The sheets whose figures are asked for, such as ``Table P1``; by default
            all.
        unplaced: ``refuse`` names every cell that cannot be placed, ``leave out`` lists
            them among what was left out and gives the rest.
        as_at: The vintage of the figures; by default the day of the edition's release,
            where that is known.

    Returns:
        The observations, in the order of sheets, rows and columns; what was left out
        and why; and sheet by sheet how many cells were what.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: It is no such workbook, or cells cannot be placed. All are
            named.
        InvalidValueError: ``unplaced`` is neither of the two.
        UnknownNameError: A sheet that was asked for is not there.
        MissingLibraryError: python-calamine is not installed, which the extra
            ``workbooks`` brings.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> title = "Table P8: Number of firearm offences (excluding air weapons) by police"
    >>> lines = [
    ...     f"{title} force area",
    ...     "Area code,Area name,Jan 2024 to Dec 2024",
    ...     "E23000014,West Midlands [note 2],468",
    ... ]
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "p8.csv")
    ...     written = path.write_text("\n".join(lines))
    ...     (guns,) = read(path).observations
    >>> print(f"{guns}: {guns.count} {guns.note}")
    gun-crime in west-midlands, 2024: 468 [note 2]
    """
    if unplaced not in ("refuse", "leave out"):
        raise InvalidValueError("unplaced", unplaced, "'refuse' or 'leave out'")
    book = OnsBook(str(path), _sheets(path), registered_layout(_LAYOUT), as_at)
    asked = book.names if sheets is None else _asked(sheets, book)
    if book.problems and unplaced == "refuse":
        raise InvalidContentError(book.where, tuple(book.problems))
    return book.reading(asked)


def _asked(sheets: Iterable[str], book: OnsBook) -> tuple[str, ...]:
    names = tuple(" ".join(name.split()) for name in requirement.texts(sheets))
    for name in names:
        if name not in book.names:
            raise UnknownNameError(f"sheet in {book.where}", name, book.names)
    return names


def _sheets(path: str | PathLike[str]) -> Iterator[Sheet]:
    if not workbook.is_workbook(path):
        yield _sheet_of_csv(path)
        return
    opened = workbook.read(path)
    for name in opened.names:
        yield opened.sheet(name)


def _sheet_of_csv(path: str | PathLike[str]) -> Sheet:
    where = str(path)
    try:
        rows = list(csv.reader(lines_of_file(path), strict=True))
    except csv.Error as error:
        problem = Problem("the file", str(error), "a sheet saved as CSV, or a workbook")
        raise InvalidContentError(where, (problem,)) from error
    width = max(map(len, rows), default=0) or 1
    cells: list[list[Value]] = [[*row, *[""] * (width - len(row))] for row in rows]
    number = number_of(rows[0][0]) if rows and rows[0] else None
    name = f"Table {number}" if number else "the sheet"
    return Sheet(where=where, name=name, rows=lambda: iter(cells))
