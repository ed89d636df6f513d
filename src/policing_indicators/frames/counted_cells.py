"""What an engine counted, added up by area, indicator and period."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from policing_indicators.errors import InvalidValueError, Problem
from policing_indicators.frames.count_query import CountQuery
from policing_indicators.frames.offences import NO_OFFENCE, UNMAPPED
from policing_indicators.tables.frame_cells import is_gap
from policing_indicators.tables.frame_source import Eager
from policing_indicators.tables.nearest import Nearest
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.period import Period

_Numbers = NDArray[np.int64]


class CountedCells:
    """The counts that an engine made, and what is not right in them.

    Args:
        query: What was asked of the engine.
        counted: What it gave.
    """

    __slots__ = (
        "_area",
        "_code",
        "_counted",
        "_periods",
        "_query",
        "_read",
        "_time",
        "_unread",
    )

    def __init__(self, query: CountQuery, counted: Eager) -> None:
        """Number the areas and the times."""
        self._query = query
        self._counted = counted
        self._area = _numbered(counted["area"].to_list())
        self._time = _numbered(counted["time"].to_list())
        self._code: _Numbers = counted["code"].to_numpy().astype(np.int64)
        self._read = TidyCells.of(Areas(())).period
        self._unread: list[Problem] = []
        self._periods = [self._period(time) for time in self._time[0]]

    def gaps(self) -> Iterator[Problem]:
        """Name the columns that have gaps, and how many."""
        roles = self._query.roles
        time = "period" if "period" in roles else "date"
        blank = [is_gap(area) or not area.strip() for area in self._area[0]]
        lacking = {
            "area": self._incidents(np.array(blank, dtype=bool)[self._area[1]]),
            "offence": self._incidents(self._code == NO_OFFENCE),
            time: self._incidents(
                np.array([is_gap(each) for each in self._time[0]], dtype=bool)[
                    self._time[1]
                ]
            ),
        }
        if "count" in roles:
            filled = int(self._counted["filled"].to_numpy().sum())
            lacking["count"] = self._incidents(np.True_) - filled
        for role, rows in lacking.items():
            if rows:
                allowed = f"a value in each row; {rows:,} have none"
                yield Problem(f"column {roles[role]}", None, allowed)

    def unread(self) -> Sequence[Problem]:
        """Name the periods that cannot be read, or that the mapping is not for."""
        return [*self._unread, *self._outside()]

    def unmapped(self) -> Iterator[Problem]:
        """Name the offences that the mapping does not name."""
        if not (self._code == UNMAPPED).any():
            return
        nearest, known = Nearest(), self._query.offences.every_name
        column = self._query.roles["offence"]
        for offence, incidents in self._query.unmapped():
            hint = nearest.hint(offence, known)
            rows = "1 row" if incidents == 1 else f"{incidents:,} rows"
            allowed = f"an offence that indicators names, in {rows}{hint}"
            yield Problem(f"column {column}", offence, allowed)

    def columns(self) -> dict[str, list[Any]]:
        """Give area, indicator, period and count, in the order of the first three.

        Each cell of the three has a number, so that cells are added up and put in
        order as numbers.
        """
        areas, area = _in_order([str(each).strip() for each in self._area[0]])
        spanned = self._query.span.periods
        periods, time = _in_order([*self._periods, *spanned])
        indicators, place = _in_order(self._query.offences.every_indicator)
        row, indicator = self._indicators(place)
        cell = area[self._area[1][row]] * len(indicators) + indicator
        cell = cell * len(periods) + time[self._time[1][row]]
        number = self._number()[row]
        if spanned:
            kept = time[len(self._periods) :]
            zeros = np.arange(len(areas) * len(indicators))[:, None] * len(periods)
            zeros = (zeros + kept).ravel()
            cell = np.concatenate([cell, zeros])
            number = np.concatenate([number, np.zeros_like(zeros)])
        cells, where = np.unique(cell, return_inverse=True)
        sums = np.zeros(len(cells), dtype=np.int64)
        np.add.at(sums, where, number)
        return {
            "area": _picked(areas, cells // max(1, len(indicators) * len(periods))),
            "indicator": _picked(
                indicators, cells // max(1, len(periods)) % len(indicators)
            ),
            "period": _picked(list(map(str, periods)), cells % max(1, len(periods))),
            "count": sums.tolist(),
        }

    def _indicators(self, place: _Numbers) -> tuple[_Numbers, _Numbers]:
        """Give each row once for each indicator that it counts towards."""
        known = self._query.offences.every_indicator
        rows: list[_Numbers] = [np.zeros(0, dtype=np.int64)]
        found: list[_Numbers] = [np.zeros(0, dtype=np.int64)]
        order = np.argsort(self._code, kind="stable")
        ends = np.searchsorted(
            self._code[order], np.arange(len(self._query.offences.names) + 1)
        )
        for code, indicators in enumerate(self._query.offences.indicators):
            own = order[ends[code] : ends[code + 1]]
            for each in indicators:
                rows.append(own)
                found.append(np.full(len(own), place[known.index(each)]))
        return np.concatenate(rows), np.concatenate(found)

    def _number(self) -> _Numbers:
        name = "number" if "count" in self._query.roles else "incidents"
        number: _Numbers = self._counted[name].to_numpy().astype(np.int64)
        return number

    def _incidents(self, among: NDArray[np.bool_] | np.bool_) -> int:
        return int(self._counted["incidents"].to_numpy()[among].sum())

    def _outside(self) -> Iterator[Problem]:
        """Name the offences that are counted in years which their row is not for.

        Later editions of a table keep a name that is not used any more, with noughts.
        """
        offences, column = self._query.offences, self._query.roles["offence"]
        for code, row in enumerate(offences.rows):
            others = [
                place
                for place, period in enumerate(self._moments())
                if period is not None and not row.holds_in(period)
            ]
            among = (self._code == code) & np.isin(self._time[1], others)
            among &= self._number() != 0
            if among.any():
                since = f" from {row.since}" if row.since else ""
                until = f" until {row.until}" if row.until else ""
                allowed = f"no such offences but{since}{until}, as the mapping has it"
                yield Problem(f"column {column}", offences.names[code][0], allowed)

    def _moments(self) -> Iterator[Period | None]:
        """Give the month or period of each time, as it was counted."""
        for time, period in zip(self._time[0], self._periods, strict=True):
            dated = period is not None and "period" not in self._query.roles
            yield self._query.span.month_of(int(time)) if dated else period

    def _period(self, time: Any) -> Period | None:  # noqa: ANN401 - whatever the engine gave
        """Give the period of a month's number, or of a text; none where it is a gap."""
        if is_gap(time):
            return None
        if "period" not in self._query.roles:
            return self._query.span.period_of(int(time))
        try:
            return self._read[time]
        except InvalidValueError as error:
            place = f"column {self._query.roles['period']}"
            self._unread.append(Problem(place, error.value, error.allowed))
            return None


def _numbered(values: list[Any]) -> tuple[list[Any], _Numbers]:
    """Give the distinct values, and for each value which of them it is."""
    distinct = list(dict.fromkeys(values))
    places = {value: place for place, value in enumerate(distinct)}
    codes = map(places.__getitem__, values)
    return distinct, np.fromiter(codes, dtype=np.int64, count=len(values))


def _in_order(values: Sequence[Any]) -> tuple[list[Any], _Numbers]:
    """Give the distinct values in order, and the place of each value among them.

    Engines give rows in any order: of equal periods that are spelled in two ways, the
    spelling that comes first as text is kept.
    """
    distinct = sorted(dict.fromkeys(sorted(values, key=str)))
    places = {value: place for place, value in enumerate(distinct)}
    return distinct, np.array([places[value] for value in values], dtype=np.int64)


def _picked(names: list[str], places: _Numbers) -> list[str]:
    return list(map(names.__getitem__, places.tolist()))
