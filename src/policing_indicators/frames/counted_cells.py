"""What an engine counted, added up by area, indicator and period."""

from collections.abc import Iterator, Sequence
from typing import Any

import narwhals as nw
import numpy as np
from numpy.typing import NDArray

from policing_indicators.errors import InvalidValueError, Problem
from policing_indicators.frames.count_query import CountQuery
from policing_indicators.frames.numbering import Numbers, in_order, numbered
from policing_indicators.frames.offences import NO_OFFENCE, UNMAPPED
from policing_indicators.tables.columns.coded import told_apart
from policing_indicators.tables.frame_cells import is_gap
from policing_indicators.tables.frame_source import Eager
from policing_indicators.tables.nearest import Nearest
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.period import Period

_NOTHING = -1
"""Stands where an offence counts towards nothing more."""


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
        self._area = numbered(counted["area"])
        self._time = numbered(counted["time"])
        self._code: Numbers = counted["code"].to_numpy().astype(np.int64)
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

    def columns(self, backend: nw.Implementation) -> dict[str, Any]:
        """Give area, indicator, period and count, in the order of the first three.

        Each cell of the three has a number, so that cells are added up and put in
        order as numbers, and their texts are spread over the rows by the engine.

        Args:
            backend: What is to hold the columns.
        """
        areas, area = in_order([str(each).strip() for each in self._area[0]])
        spanned = self._query.span.periods
        periods, time = in_order([*self._periods, *spanned])
        indicators, place = in_order(self._query.offences.every_indicator)
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
        first, where = told_apart(cell)
        cells = cell[first]
        sums = np.zeros(len(cells), dtype=np.int64)
        np.add.at(sums, where, number)
        pairs, in_time = np.divmod(cells, max(1, len(periods)))
        of_area, of_indicator = np.divmod(pairs, max(1, len(indicators)))
        texts = {
            "area": (areas, of_area),
            "indicator": (indicators, of_indicator),
            "period": (list(map(str, periods)), in_time),
        }
        given: Any = backend
        spread = {
            name: nw.maybe_reset_index(
                nw.new_series(name, distinct, nw.String, backend=given)[places]
            ).to_native()
            for name, (distinct, places) in texts.items()
        }
        counted = nw.new_series("count", sums, nw.Int64, backend=given).to_native()
        return {**spread, "count": counted}

    def _indicators(self, place: Numbers) -> tuple[Numbers, Numbers]:
        """Give each row once for each indicator that it counts towards."""
        known = self._query.offences.every_indicator
        towards = self._query.offences.indicators
        rows: list[Numbers] = []
        found: list[Numbers] = []
        for turn in range(max(map(len, towards))):
            # the last two answer to the codes of no offence and of one not mapped
            of_code = [
                *(
                    place[known.index(ids[turn])] if turn < len(ids) else _NOTHING
                    for ids in towards
                ),
                *(_NOTHING, _NOTHING),
            ]
            indicator = np.array(of_code, dtype=np.int64)[self._code]
            counted = np.flatnonzero(indicator != _NOTHING)
            rows.append(counted)
            found.append(indicator[counted])
        return np.concatenate(rows), np.concatenate(found)

    def _number(self) -> Numbers:
        name = "number" if "count" in self._query.roles else "incidents"
        number: Numbers = self._counted[name].to_numpy().astype(np.int64)
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
