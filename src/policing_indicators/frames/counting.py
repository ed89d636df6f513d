"""Incidents counted, on the frame's own engine, by area, indicator and period."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import Any, Literal

import narwhals as nw
from narwhals.typing import IntoFrameT

from policing_indicators.errors import (
    InvalidContentError,
    InvalidValueError,
    Problem,
    UnknownNameError,
)
from policing_indicators.frames.count_query import CountQuery
from policing_indicators.frames.counting_span import CountingSpan, Every
from policing_indicators.frames.offences import NO_OFFENCE, UNMAPPED, Offences
from policing_indicators.tables.frame_cells import is_gap
from policing_indicators.tables.frame_source import (
    eager_backend,
    given_back,
    opened,
    roles_of,
)
from policing_indicators.tables.nearest import Nearest
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.period import Period

Unmapped = Literal["refuse", "leave out"]
"""What becomes of incidents whose offence the mapping does not name."""

_ROLES = ("area", "offence", "date", "period", "count")
_SCHEMA = {
    "area": nw.String,
    "indicator": nw.String,
    "period": nw.String,
    "count": nw.Int64,
}
_Key = tuple[str, str, Period]
_Counts = dict[_Key, int]


def counts(  # noqa: PLR0913 - all but one are given by name
    frame: IntoFrameT,
    *,
    indicators: Mapping[str, str | Iterable[str]],
    every: Every = "month",
    covering: Period | None = None,
    unmapped: Unmapped = "refuse",
    columns: Mapping[str, str] | None = None,
) -> IntoFrameT:
    """Count incidents by area, indicator and period.

    The engine of the frame counts, and says what each offence counts towards; of its
    rows none is held here. Only the counts are fetched.

    Args:
        frame: A row an incident: columns ``area``, ``offence`` and ``date``. Or rows
            that are counted already: with ``count``, which is added up, and with
            ``period`` in the place of ``date``.
        indicators: What each offence counts towards: the id of an indicator, or of
            several. Names of offences are matched as they are written, but for blanks
            at their ends.
        every: How long a period is, where incidents have a date.
        covering: The span that the incidents are whole in. Incidents outside it are
            left out; so is a period that does not lie wholly within it, which would be
            counted in part; and what has no incidents within it is a count of zero,
            for each area that has any. Only a month may be counted without it, and
            then what has no incidents has no row.
        unmapped: What becomes of offences that ``indicators`` does not name:
            ``refuse`` or ``leave out``.
        columns: The columns that bear another name, after their role.

    Returns:
        A frame of columns ``area``, ``indicator``, ``period`` and ``count``, in the
        order of the first three, of the caller's own kind.

    Raises:
        InvalidContentError: A column is of a type that cannot be counted by, cells are
            gaps, periods cannot be read, or offences are not mapped; all is named.
        InvalidValueError: An argument is not what it must be.
        UnknownNameError: A column is not there.

    >>> from datetime import date
    >>> import polars as pl
    >>> incidents = pl.DataFrame(
    ...     {
    ...         "area": ["kent", "kent", "essex"],
    ...         "offence": ["Domestic burglary", "Robbery", "Robbery"],
    ...         "date": [date(2024, 4, 1), date(2024, 4, 30), date(2024, 5, 9)],
    ...     }
    ... )
    >>> towards = {"Domestic burglary": "residential-burglary", "Robbery": "robbery"}
    >>> counted = counts(incidents, indicators=towards)
    >>> for row in counted.rows():
    ...     print(*row, sep=", ")
    essex, robbery, May 2024, 1
    kent, residential-burglary, April 2024, 1
    kent, robbery, April 2024, 1
    """
    if unmapped not in ("refuse", "leave out"):
        raise InvalidValueError("unmapped", unmapped, "'refuse' or 'leave out'")
    offences, span = Offences.of(indicators), CountingSpan(every, covering)
    source = opened(frame)
    roles = _roles(roles_of(source, columns, _ROLES), source.collect_schema().names())
    if "period" in roles and covering is not None:
        allowed = "given only where incidents have a date"
        raise InvalidValueError("covering", str(covering), allowed)
    query = CountQuery(source, roles, offences, span)
    found = _Counting(query).counts(query.rows(), leave_out=unmapped == "leave out")
    rows = sorted(found.items(), key=lambda item: item[0])
    made: dict[str, list[Any]] = {
        "area": [area for (area, _, _), _ in rows],
        "indicator": [indicator for (_, indicator, _), _ in rows],
        "period": [str(period) for (_, _, period), _ in rows],
        "count": [count for _, count in rows],
    }
    backend: Any = eager_backend(source)
    return given_back(nw.from_dict(made, _SCHEMA, backend=backend), source.head(0))


def _roles(roles: dict[str, str], there: Iterable[str]) -> dict[str, str]:
    for role in ("area", "offence"):
        if role not in roles:
            known = tuple(map(str, there))
            raise UnknownNameError("column of the frame", role, known)
    times = [role for role in ("date", "period") if role in roles]
    if len(times) != 1:
        allowed = "a column date or a column period, and not both"
        raise InvalidValueError("the columns of the frame", times or None, allowed)
    return roles


class _Counting:
    """Makes counts of what the engine counted, and gathers what is not right."""

    def __init__(self, query: CountQuery) -> None:
        self._query = query
        self._problems: list[Problem] = []
        self._read = TidyCells.of(Areas(())).period

    def counts(self, rows: list[tuple[Any, ...]], *, leave_out: bool) -> _Counts:
        self._problems.extend(self._gaps(rows))
        if not leave_out and any(row[1] == UNMAPPED for row in rows):
            self._problems.extend(self._not_mapped())
        periods = self._periods(row[2] for row in rows if not is_gap(row[2]))
        if self._problems:
            raise InvalidContentError("the frame", tuple(self._problems))
        found = self._zeros(rows)
        for area, code, time, number, *_ in rows:
            if code != UNMAPPED:
                for indicator in self._query.offences.indicators[code]:
                    key = str(area).strip(), indicator, periods[time]
                    found[key] = found.get(key, 0) + int(number)
        return found

    def _gaps(self, rows: list[tuple[Any, ...]]) -> Iterator[Problem]:
        roles = self._query.roles
        time = "period" if "period" in roles else "date"
        lacking = {
            "area": sum(row[4] for row in rows if is_gap(row[0]) or not row[0].strip()),
            "offence": sum(row[4] for row in rows if row[1] == NO_OFFENCE),
            time: sum(row[4] for row in rows if is_gap(row[2])),
            "count": sum(row[4] - row[5] for row in rows),
        }
        for role, many in lacking.items():
            if many:
                allowed = f"a value in each row; {int(many):,} have none"
                yield Problem(f"column {roles[role]}", None, allowed)

    def _not_mapped(self) -> Iterator[Problem]:
        nearest, known = Nearest(), self._query.offences.every_name
        column = self._query.roles["offence"]
        for offence, incidents in self._query.unmapped():
            hint = nearest.hint(offence, known)
            rows = "1 row" if incidents == 1 else f"{int(incidents):,} rows"
            allowed = f"an offence that indicators names, in {rows}{hint}"
            yield Problem(f"column {column}", offence, allowed)

    def _periods(self, times: Iterable[Any]) -> dict[Any, Period]:
        """Give the period of each month's number, or of each text."""
        roles = self._query.roles
        if "period" not in roles:
            return {time: self._query.span.period_of(int(time)) for time in set(times)}
        found: dict[Any, Period] = {}
        for time in sorted(set(times)):
            try:
                found[time] = self._read[time]
            except InvalidValueError as error:
                place = f"column {roles['period']}"
                self._problems.append(Problem(place, error.value, error.allowed))
        return found

    def _zeros(self, rows: list[tuple[Any, ...]]) -> _Counts:
        """Give a zero to all that is counted, for the areas that there are."""
        areas = dict.fromkeys(str(row[0]).strip() for row in rows)
        indicators = self._query.offences.every_indicator
        return dict.fromkeys(product(areas, indicators, self._query.span.periods), 0)
