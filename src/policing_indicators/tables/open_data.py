"""Open data: the figures that a statement printed, one a row, as CSV.

The columns are the fields of :class:`policing_indicators.PublishedFigure`, in their
order, all of them required. Reading and writing are inverse: of what :func:`to_text`
gives, :func:`parse` makes the same figures. What is not right is named all at once, by
line and column.

A text that a spreadsheet would run as a formula, since it begins with ``=``, ``+``,
``-`` or ``@``, is written with an apostrophe before it, which is taken off when it is
read.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any

from attrs import evolve, fields

from policing_indicators.errors import (
    DuplicateError,
    InvalidContentError,
    InvalidValueError,
    Problem,
)
from policing_indicators.structuring import structure
from policing_indicators.tables import number
from policing_indicators.tables.header import Header
from policing_indicators.tables.lines import Row, lines_of_file, lines_of_text, rows
from policing_indicators.tables.quoting import line_of, number_cell, text_cell
from policing_indicators.tables.tidy_cells import unguarded
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.published_figure import PublishedFigure
from policing_indicators.writing import write_whole

COLUMNS = tuple(each.name for each in fields(PublishedFigure))
"""The columns, in the order in which they are written."""

_NUMBERS = frozenset(
    ("per", "value", "lower", "upper", "confidence", "numerator", "denominator")
)
_TEXTS = frozenset(
    ("name", "unit", "method", "source", "shorthand", "printed", "definition")
)
_SPELLINGS = {column: column for column in COLUMNS}
_ALLOWED_TWICE = "one row for each figure of an indicator, area, period and measure"


def read(path: str | PathLike[str]) -> tuple[PublishedFigure, ...]:
    """Read a table of open data from a CSV file in UTF-8.

    Args:
        path: The file.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Something in it is not right; all of it is named.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write(Path(folder, "statement.csv"), [])
    ...     read(Path(folder, "statement.csv"))
    ()
    """
    return _figures(lines_of_file(path), str(path))


def parse(text: str, *, name: str = "table") -> tuple[PublishedFigure, ...]:
    """Read a table of open data from text; see :func:`read`.

    Args:
        text: The table as CSV.
        name: What errors call the table.

    Raises:
        InvalidValueError: The text is none.
        InvalidContentError: Something in it is not right; all of it is named.

    >>> parse(to_text([]))
    ()
    """
    return _figures(lines_of_text(text, name), name)


def write(path: str | PathLike[str], figures: Iterable[PublishedFigure]) -> None:
    """Write a table of open data as a CSV file in UTF-8, whole or not at all.

    Raises:
        FileAccessError: The file cannot be written.
        DuplicateError: Two figures are of the same.
        InvalidValueError: A text is none that a CSV file can hold, or what is to be
            written is no published figure.
    """
    write_whole(Path(path), to_text(figures))


def to_text(figures: Iterable[PublishedFigure]) -> str:
    """Write a table of open data as text; see :func:`write`.

    Raises:
        DuplicateError: Two figures are of the same.
        InvalidValueError: A text is none that a CSV file can hold, or what is to be
            written is no published figure.

    >>> to_text([]).split(",")[:4]
    ['indicator', 'name', 'area', 'period']
    """
    rows_to_write = requirement.items(figures)
    requirement.all_of_kind("figures", rows_to_write, PublishedFigure)
    seen: set[Hashable] = set()
    lines = [line_of(COLUMNS)]
    for figure in rows_to_write:
        if figure.key in seen:
            raise DuplicateError(str(figure), "the table to be written")
        seen.add(figure.key)
        lines.append(line_of(_cell(figure, column) for column in COLUMNS))
    return "".join(lines)


def values(figure: PublishedFigure) -> tuple[str | int | float, ...]:
    """Give the cells of a figure's row, its numbers as numbers; no text is guarded.

    >>> from policing_indicators.vocabulary.period import Period
    >>> from policing_indicators.vocabulary.published_figure import Measure
    >>> rate = PublishedFigure(
    ...     indicator="homicide",
    ...     name="Homicide",
    ...     area="kent",
    ...     period=Period.financial_year(2024),
    ...     measure=Measure.RATE,
    ...     unit="people",
    ...     per=100_000,
    ...     value=1.05,
    ...     printed="1.05",
    ... )
    >>> values(rate)[COLUMNS.index("value")]
    1.05
    """
    return tuple(_value(figure, column) for column in COLUMNS)


def _value(figure: PublishedFigure, column: str) -> str | int | float:
    value: Any = getattr(figure, column)
    if value is None:
        return ""
    if column in _NUMBERS:
        amount: int | float = value
        return amount
    return str(value.value if column == "measure" else value)


def _cell(figure: PublishedFigure, column: str) -> str:
    value = _value(figure, column)
    if not isinstance(value, str):
        return number_cell(value)
    if column in _TEXTS:
        return text_cell(f"PublishedFigure.{column}", value)
    return value


def _figures(lines: Iterable[str], where: str) -> tuple[PublishedFigure, ...]:
    problems: list[Problem] = []
    numbered = rows(lines, problems)
    header = Header.of(numbered, _SPELLINGS)
    for faults in (header.missing(COLUMNS), header.repeated(), header.unknown()):
        problems.extend(faults)
    found = () if problems else tuple(_read(numbered, header, problems))
    if problems:
        raise InvalidContentError(where, tuple(problems))
    return found


def _read(
    numbered: Iterator[tuple[int, Row]], header: Header, problems: list[Problem]
) -> Iterator[PublishedFigure]:
    pick = header.picker(COLUMNS)
    lines_of: dict[Hashable, int] = {}
    for line, row in numbered:
        try:
            figure = _figure(pick(row))
        except InvalidContentError as error:
            problems.extend(
                Problem(_place(header, line, each.place), each.value, each.allowed)
                for each in error.problems
            )
            continue
        first = lines_of.setdefault(figure.key, line)
        if first != line:
            place = f"lines {first} and {line}"
            problems.append(Problem(place, str(figure), _ALLOWED_TWICE))
        yield figure


def _place(header: Header, line: int, column: str) -> str:
    return header.place(line, column) if column in COLUMNS else f"line {line}"


def _figure(cells: tuple[str, ...]) -> PublishedFigure:
    """Read a row. A cell that is no number is left as it is, and so is refused too."""
    table: dict[str, object] = dict(_BLANK)
    allowed: dict[str, str] = {}
    for column, cell in zip(COLUMNS, cells, strict=True):
        if not cell:
            continue
        try:
            table[column] = _READERS.get(column, str.strip)(cell)
        except InvalidValueError as error:
            table[column] = cell
            allowed[column] = error.allowed
    try:
        return structure(table, PublishedFigure, where="row")
    except InvalidContentError as error:
        problems = (
            evolve(each, allowed=allowed.get(each.place, each.allowed))
            for each in error.problems
        )
        raise InvalidContentError(error.where, tuple(problems)) from error


def _number(cell: str) -> int | float:
    return number.decimal("number", cell.strip())


_READERS: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(_NUMBERS, _number),
    **dict.fromkeys(_TEXTS, unguarded),
}
_BLANK = {
    each.name: "" if each.type is str else None for each in fields(PublishedFigure)
}
