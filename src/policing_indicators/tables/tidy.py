"""Tidy tables: one observation a row, as CSV, and read from workbooks too.

The columns are ``indicator``, ``area``, ``period``, ``count``, ``denominator``,
``value``, ``missing``, ``status``, ``as_at``, ``source`` and ``note``. The first three
are required, and one of ``count``, ``value`` and ``missing``; each row fills exactly
one of these.

Reading is strict: what is not right is never dropped, rounded or guessed, and all of
it is named at once, by line and column. Reading and writing are inverse: of what
:func:`to_text` gives, :func:`parse` makes the same observations.

In ``source`` and ``note`` a text that a spreadsheet would run as a formula, since it
begins with ``=``, ``+``, ``-`` or ``@``, is written with an apostrophe before it, which
is taken off when it is read.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from os import PathLike
from pathlib import Path

from policing_indicators.errors import (
    DuplicateError,
    InvalidContentError,
    InvalidValueError,
    Problem,
)
from policing_indicators.registry.areas import areas as registered_areas
from policing_indicators.tables.figure import WHOLE_ROW
from policing_indicators.tables.header import Header
from policing_indicators.tables.lines import Row, lines_of_file, lines_of_text, rows
from policing_indicators.tables.quoting import line_of, number_cell, text_cell
from policing_indicators.tables.sheet_rows import table_on_sheet
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.tables.tidy_row import (
    ALLOWED_TWICE,
    COLUMNS,
    FIGURES,
    REQUIRED,
    TidyRows,
)
from policing_indicators.tables.workbook import is_workbook
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period
from policing_indicators.writing import write_whole

SHEET = "Figures"
"""The sheet of a workbook on which a tidy table stands."""

SPELLINGS = {column: column for column in COLUMNS}
"""Which column each name in a header is of."""


def read(
    path: str | PathLike[str],
    *,
    framework: Framework | None = None,
    areas: Areas | None = None,
) -> tuple[Observation, ...]:
    r"""Read a tidy table from a CSV file in UTF-8, or from a workbook, XLSX or ODS.

    In a workbook the table stands on the sheet ``Figures``, or on its only sheet, and
    what is not right is named by sheet and cell. Which of them a file is, its content
    says and not its name.

    Args:
        path: The file.
        framework: The indicators, which are then found by id, name or alias; ids that
            begin with ``home-office/`` are taken as well. Without it any id is taken.
        areas: The areas, found by id, code, name or alias; by default those of the
            registry.

    Raises:
        FileAccessError: The file cannot be read.
        InvalidContentError: Something in it is not right; all of it is named.
        MissingLibraryError: It is a workbook, and what reads those is not installed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder, "figures.csv")
    ...     written = path.write_text(
    ...         "indicator,area,period,missing\nhomicide,Kent,2024/25,not applicable\n"
    ...     )
    ...     (homicide,) = read(path)
    >>> homicide.missing.value
    'not applicable'
    """
    cells = TidyCells.of(_known(areas), framework)
    if is_workbook(path):
        with table_on_sheet(path, SHEET) as table:
            return _observations(table.rows, table.problems, str(path), cells)
    problems: list[Problem] = []
    numbered = rows(lines_of_file(path), problems)
    return _observations(numbered, problems, str(path), cells)


def parse(
    text: str,
    *,
    name: str = "table",
    framework: Framework | None = None,
    areas: Areas | None = None,
) -> tuple[Observation, ...]:
    r"""Read a tidy table from text; see :func:`read`.

    Args:
        text: The table as CSV.
        name: What errors call the table.
        framework: The indicators, as for :func:`read`.
        areas: The areas, as for :func:`read`.

    Raises:
        InvalidValueError: The text is none.
        InvalidContentError: Something in it is not right; all of it is named.

    >>> text = "indicator,area,period,count\nhomicide,Kent,2024/25,9\n"
    >>> print(*parse(text))
    homicide in kent, 2024/25
    """
    problems: list[Problem] = []
    numbered = rows(lines_of_text(text, name), problems)
    cells = TidyCells.of(_known(areas), framework)
    return _observations(numbered, problems, name, cells)


def write(path: str | PathLike[str], observations: Iterable[Observation]) -> None:
    """Write a tidy table as a CSV file in UTF-8, whole or not at all.

    It refuses what :func:`to_text` refuses.

    Raises:
        FileAccessError: The file cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write(Path(folder, "figures.csv"), [])
    ...     read(Path(folder, "figures.csv"))
    ()
    """
    write_whole(Path(path), to_text(observations))


def to_text(observations: Iterable[Observation]) -> str:
    """Write a tidy table as text.

    Raises:
        DuplicateError: Two observations are of the same indicator, area, period,
            vintage and source.
        InvalidValueError: A source or note is no text that a CSV file can hold, or
            what is to be written is no observation.

    >>> from policing_indicators.vocabulary.period import Period
    >>> nine = Observation("homicide", "kent", Period.financial_year(2024), count=9)
    >>> print(to_text([nine]).splitlines()[1])
    homicide,kent,2024/25,9,,,,,,,
    """
    cells = (map(_text, row) for row in values(observations))
    return "".join(map(line_of, (COLUMNS, *cells)))


def values(
    observations: Iterable[Observation],
) -> Iterator[tuple[str | int | float, ...]]:
    """Give the cells of a tidy table's rows, its numbers as numbers.

    It refuses what :func:`to_text` refuses.

    >>> from policing_indicators.vocabulary.period import Period
    >>> nine = Observation("homicide", "kent", Period.financial_year(2024), count=9)
    >>> [cells] = values([nine])
    >>> cells[:5]
    ('homicide', 'kent', '2024/25', 9, '')
    """
    rows_to_write = requirement.items(observations)
    requirement.all_of_kind("observations", rows_to_write, Observation)
    seen: set[Hashable] = set()
    for observation in rows_to_write:
        key = _series(observation), observation.period
        if key in seen:
            raise DuplicateError(str(observation), "the table to be written")
        seen.add(key)
        yield tuple(_cells(observation))


def _known(areas: Areas | None) -> Areas:
    return registered_areas() if areas is None else areas


def _observations(
    numbered: Iterator[tuple[int, Row]],
    problems: list[Problem],
    where: str,
    cells: TidyCells,
) -> tuple[Observation, ...]:
    header = Header.of(numbered, SPELLINGS)
    problems.extend(header_problems(header))
    observations = (
        ()
        if problems
        else tuple(_read(numbered, header, TidyRows(cells), problems, where))
    )
    if problems:
        raise InvalidContentError(where, tuple(problems))
    return observations


def header_problems(header: Header) -> Iterator[Problem]:
    """Name what a tidy table's header lacks, repeats or has too many."""
    yield from header.missing(REQUIRED)
    yield from header.repeated()
    yield from header.unknown()
    if header.cells and not any(column in header for column in FIGURES):
        allowed = f"a header with at least one of {', '.join(FIGURES)}"
        yield Problem(f"line {header.line}", ",".join(header.cells), allowed)


def _read(
    numbered: Iterator[tuple[int, Row]],
    header: Header,
    readers: TidyRows,
    problems: list[Problem],
    where: str,
) -> Iterator[Observation]:
    pick = header.picker(COLUMNS)
    lines_of: defaultdict[Hashable, dict[Period, int]] = defaultdict(dict)
    for line, row in numbered:
        row.append("")
        cells = pick(row)
        try:
            observation = readers.observation(cells, Origin(where, line))
        except InvalidValueError:
            refusals = readers.refusals(cells)
            problems.extend(problem_of(header, line, refusal) for refusal in refusals)
            continue
        first = lines_of[_series(observation)].setdefault(observation.period, line)
        if first != line:
            place = f"lines {first} and {line}"
            problems.append(Problem(place, str(observation), ALLOWED_TWICE))
        yield observation


def problem_of(header: Header, line: int, refusal: InvalidValueError) -> Problem:
    """Say where in the table a row or a cell of it is refused."""
    whole = refusal.noun == WHOLE_ROW
    place = f"line {line}" if whole else header.place(line, refusal.noun)
    return Problem(place, refusal.value, refusal.allowed)


def _series(row: Observation) -> Hashable:
    return row.indicator, row.area, row.as_at, row.source


def _text(cell: str | float) -> str:
    return cell if isinstance(cell, str) else number_cell(cell)


def _cells(observation: Observation) -> Iterator[str | int | float]:
    yield observation.indicator
    yield observation.area
    yield str(observation.period)
    for amount in (observation.count, observation.denominator, observation.value):
        yield "" if amount is None else amount
    yield observation.missing.value if observation.missing else ""
    final = observation.status is Status.FINAL
    yield "" if final else observation.status.value
    yield observation.as_at.isoformat() if observation.as_at else ""
    for name in ("source", "note"):
        yield text_cell(f"Observation.{name}", getattr(observation, name))
