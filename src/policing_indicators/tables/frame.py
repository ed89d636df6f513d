"""Data frames of any engine, read as tidy tables.

A frame of pandas, polars, pyarrow, DuckDB, Dask or PySpark is read as the tidy table
is: with its columns, as strictly, and with everything that is not right named at once,
by row and column. Rows are counted from 1. What lies on another machine, or is not
worked out yet, is fetched first: count incidents before, by
:func:`policing_indicators.frames.counts`.

It needs narwhals: ``pip install policing-indicators[frames]``.
"""

from collections.abc import Hashable, Iterator, Mapping, Sequence

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    Problem,
)
from policing_indicators.registry.areas import areas as registered_areas
from policing_indicators.tables.figure import WHOLE_ROW
from policing_indicators.tables.frame_cells import text_of, without_decimals
from policing_indicators.tables.frame_source import (
    Eager,
    IntoFrame,
    collected,
    opened,
    roles_of,
)
from policing_indicators.tables.nearest import Nearest
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.tables.tidy_row import (
    ALLOWED_TWICE,
    COLUMNS,
    FIGURES,
    REQUIRED,
    TidyRows,
)
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin


def observations(
    frame: IntoFrame,
    *,
    columns: Mapping[str, str] | None = None,
    framework: Framework | None = None,
    areas: Areas | None = None,
    name: str = "the frame",
) -> tuple[Observation, ...]:
    """Read a data frame as a tidy table.

    A null, NaN or blank cell is blank. A count is a whole number; where gaps alone
    have made decimals of whole numbers, as pandas does, they are taken as whole.

    Args:
        frame: The frame. It is left as it is.
        columns: The columns that bear another name in the frame, after the tidy
            table's name for them. Where it is given, columns that are neither named
            in it nor in the tidy table are passed over; else they are refused.
        framework: The indicators, as for :func:`policing_indicators.tables.tidy.read`.
        areas: The areas, as for :func:`policing_indicators.tables.tidy.read`.
        name: What errors and origins call the frame.

    Returns:
        The observations in the order of the rows. Each knows its row as its origin.

    Raises:
        InvalidContentError: Something in it is not right; all of it is named.
        InvalidValueError: What is given is no data frame, or no such mapping.
        UnknownNameError: ``columns`` names a column that is not there.

    >>> import polars as pl
    >>> frame = pl.DataFrame(
    ...     {
    ...         "indicator": ["homicide", "homicide"],
    ...         "Force": ["Kent", "Essex"],
    ...         "period": ["2024/25", "2024/25"],
    ...         "count": [9, None],
    ...         "missing": [None, "not yet published"],
    ...     }
    ... )
    >>> kent, essex = observations(frame, columns={"area": "Force"})
    >>> print(kent, kent.count, essex.missing.value)
    homicide in kent, 2024/25 9 not yet published
    """
    source = opened(frame)
    roles = roles_of(source, columns, COLUMNS)
    there = source.collect_schema().names()
    problems = list(_column_problems(there, roles, strict=columns is None))
    if problems:
        raise InvalidContentError(name, tuple(problems))
    known = registered_areas() if areas is None else areas
    reading = _Reading(TidyRows(TidyCells.of(known, framework)), roles, name)
    read = tuple(reading.rows(collected(source.select(*roles.values()))))
    if reading.problems:
        raise InvalidContentError(name, tuple(reading.problems))
    return read


def _column_problems(
    there: Sequence[str], roles: Mapping[str, str], *, strict: bool
) -> Iterator[Problem]:
    listed = ", ".join(map(str, there))
    for role in REQUIRED:
        if role not in roles:
            allowed = f"a column {role}, or in columns which one it is"
            yield Problem("columns", listed, allowed)
    if not any(role in roles for role in FIGURES):
        allowed = f"at least one column of {', '.join(FIGURES)}"
        yield Problem("columns", listed, allowed)
    nearest = Nearest()
    for column in there if strict else ():
        if column not in COLUMNS:
            hint = nearest.hint(str(column), COLUMNS)
            yield Problem(f"column {column}", column, f"one of {_listed()}{hint}")


def _listed() -> str:
    return ", ".join(COLUMNS)


class _Reading:
    """Reads the rows of a frame, and gathers what is not right."""

    __slots__ = ("_name", "_roles", "_rows", "problems")

    def __init__(self, rows: TidyRows, roles: Mapping[str, str], name: str) -> None:
        self._rows = rows
        self._roles = roles
        self._name = name
        self.problems: list[Problem] = []

    def rows(self, frame: Eager) -> Iterator[Observation]:
        first: dict[Hashable, int] = {}
        for number, cells in enumerate(self._cells(frame), start=1):
            observation = self._observation(number, cells)
            if observation is None:
                continue
            before = first.setdefault(_key(observation), number)
            if before != number:
                place = f"rows {before} and {number}"
                problem = Problem(place, str(observation), ALLOWED_TWICE)
                self.problems.append(problem)
            yield observation

    def _cells(self, frame: Eager) -> Iterator[tuple[object, ...]]:
        """Give the cells row by row, in the order of the tidy table's columns."""
        height = frame.shape[0]
        cells: list[Sequence[object]] = [[None] * height] * len(COLUMNS)
        for role, column in self._roles.items():
            values = frame[column].to_list()
            cells[COLUMNS.index(role)] = (
                without_decimals(values) if role == "count" else values
            )
        return zip(*cells, strict=True)

    def _observation(
        self, number: int, values: tuple[object, ...]
    ) -> Observation | None:
        refusals: list[InvalidValueError] = []
        cells = tuple(
            _text(role, value, refusals)
            for role, value in zip(COLUMNS, values, strict=True)
        )
        unread = {refusal.noun for refusal in refusals}
        try:
            observation = self._rows.observation(cells, Origin(self._name, number))
        except InvalidValueError:
            others = self._rows.refusals(cells)
            alone = {*unread, WHOLE_ROW} if unread else unread
            refusals += [each for each in others if each.noun not in alone]
        else:
            if not unread:
                return observation
        self.problems.extend(self._problem(number, refusal) for refusal in refusals)
        return None

    def _problem(self, number: int, refusal: InvalidValueError) -> Problem:
        place = f"row {number}"
        if refusal.noun != WHOLE_ROW:
            place += f", column {self._roles.get(refusal.noun, refusal.noun)}"
        return Problem(place, refusal.value, refusal.allowed)


def _key(row: Observation) -> Hashable:
    return row.indicator, row.area, row.period, row.as_at, row.source


def _text(role: str, value: object, refusals: list[InvalidValueError]) -> str:
    """Write a cell as text; blank, and its refusal noted, where it has none."""
    try:
        return text_of(role, value)
    except InvalidValueError as error:
        refusals.append(error)
        return ""
