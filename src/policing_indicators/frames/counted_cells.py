"""What an engine counted, added up by area, indicator and period."""

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from typing import Any

import narwhals as nw
import numpy as np

from policing_indicators.errors import InvalidValueError, Problem
from policing_indicators.frames.cells import Addends, added_up, blocks
from policing_indicators.frames.count_query import CountQuery
from policing_indicators.frames.numbering import Numbers, Places, in_order, numbered
from policing_indicators.frames.offences import NO_OFFENCE, UNMAPPED
from policing_indicators.tables.columns.coded import packed, told_apart
from policing_indicators.tables.frame_cells import is_gap
from policing_indicators.tables.frame_source import Eager
from policing_indicators.tables.nearest import Nearest
from policing_indicators.tables.tidy_cells import TidyCells
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.period import Period

_NOTHING = -1
"""Stands where an offence counts towards nothing more."""

_Numbered = tuple[list[Any], Places]


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
        "_number",
        "_periods",
        "_query",
        "_read",
        "_time",
        "_unread",
    )

    def __init__(self, query: CountQuery, counted: Eager) -> None:
        """Number the areas, the offences and the times."""
        self._query = query
        self._counted = counted
        self._area = numbered(counted["area"])
        self._code = self._codes()
        self._time = numbered(counted["time"])
        self._number = self._numbers(
            "number" if "count" in query.roles else "incidents"
        )
        self._read = TidyCells.of(Areas(())).period
        self._unread: list[Problem] = []
        self._periods = [self._period(time) for time in self._time[0]]

    def gaps(self) -> Iterator[Problem]:
        """Name the columns that have gaps, and how many."""
        roles = self._query.roles
        time = "period" if "period" in roles else "date"
        blank = [is_gap(area) or not area.strip() for area in self._area[0]]
        none = [code == NO_OFFENCE for code in self._code[0]]
        lacking = {
            "area": self._incidents(blank, self._area),
            "offence": self._incidents(none, self._code),
            time: self._incidents([*map(is_gap, self._time[0])], self._time),
        }
        if "count" in roles:
            lacking["count"] = self._incidents_without_count()
        for role, rows in lacking.items():
            if rows:
                allowed = f"a value in each row; {rows:,} have none"
                yield Problem(f"column {roles[role]}", None, allowed)

    def unread(self) -> Sequence[Problem]:
        """Name the periods that cannot be read, or that the mapping is not for."""
        return [*self._unread, *self._outside()]

    def unmapped(self) -> Iterator[Problem]:
        """Name the offences that the mapping does not name."""
        if UNMAPPED not in self._code[0]:
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
        indicators, place = in_order(self._query.offences.every_indicator)
        periods, time = in_order([*self._periods, *self._query.span.periods])
        each, pair = len(periods), len(periods) * len(indicators)
        zeros = np.arange(len(areas) * len(indicators))[:, None] * each
        zeros = (zeros + time[len(self._periods) :]).ravel()
        addends = self._addends(area * pair, place * each, time)
        cells, sums = added_up(
            chain(addends, [(zeros, np.zeros_like(zeros))]),
            size=len(areas) * pair,
            rows=len(self._counted) + len(zeros),
        )
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

    def _addends(
        self, area: Numbers, place: Numbers, time: Numbers
    ) -> Iterator[Addends]:
        """Give each row once for each indicator that it counts towards."""
        towards = self._towards(place)
        for block in blocks(len(self._counted)):
            number = self._number[block]
            elsewhere = area[self._area[1][block]] + time[self._time[1][block]]
            for indicator in towards:
                cell = indicator[self._code[1][block]]
                if cell.min() == _NOTHING:
                    kept = cell != _NOTHING
                    yield cell[kept] + elsewhere[kept], number[kept]
                else:
                    yield cell + elsewhere, number

    def _towards(self, place: Numbers) -> list[Numbers]:
        """Say where the first indicator of each code is, then the second, and so on."""
        offences = self._query.offences
        known, codes = offences.every_indicator, list[int](self._code[0])
        of_code: list[list[int]] = [
            [int(place[known.index(each)]) for each in offences.indicators[code]]
            if code not in (UNMAPPED, NO_OFFENCE)
            else []
            for code in codes
        ]
        in_turn = zip_longest(*of_code, fillvalue=_NOTHING)
        return [np.array(turn, dtype=np.int64) for turn in in_turn]

    def _codes(self) -> _Numbered:
        if "code" in self._counted.columns:
            return numbered(self._counted["code"])
        names, places = numbered(self._counted["offence"])
        backend = self._counted.implementation
        return self._query.offences.codes(names, backend), places

    def _numbers(self, name: str) -> Numbers:
        """Give a column of whole numbers, gaps as nought; ones where there is none."""
        if name not in self._counted.columns:
            return np.broadcast_to(np.int64(1), len(self._counted))
        column = self._counted[name]
        if column.null_count():
            column = column.fill_null(0)
        found: Numbers = column.cast(nw.Int64).to_numpy()
        return found

    def _incidents(self, which: Sequence[bool], of: _Numbered) -> int:
        """Count the incidents of some values."""
        if not any(which):
            return 0
        return int(self._numbers("incidents")[np.array(which)[of[1]]].sum())

    def _incidents_without_count(self) -> int:
        if "filled" not in self._counted.columns:
            return int(self._counted["number"].null_count())
        filled = int(self._numbers("filled").sum())
        return int(self._numbers("incidents").sum()) - filled

    def _outside(self) -> Iterator[Problem]:
        """Name the offences that are counted in years which their row is not for.

        Later editions of a table keep a name that is not used any more, with noughts.
        """
        offences, column = self._query.offences, self._query.roles["offence"]
        found = self._codes_outside() if offences.rows else set[int]()
        for code, row in enumerate(offences.rows):
            if code in found:
                since = f" from {row.since}" if row.since else ""
                until = f" until {row.until}" if row.until else ""
                allowed = f"no such offences but{since}{until}, as the mapping has it"
                yield Problem(f"column {column}", offences.names[code][0], allowed)

    def _codes_outside(self) -> set[int]:
        """Give the codes that have a count in a year which their row is not for."""
        moments = list(self._moments())
        outside = np.array(
            [
                [self._is_outside(code, period) for period in moments]
                for code in self._code[0]
            ],
            dtype=bool,
        ).reshape(len(self._code[0]), len(moments))
        if not outside.any():
            return set()
        keys = (self._area, self._code, self._time)
        rows = np.concatenate(
            [
                np.flatnonzero(outside[self._code[1][block], self._time[1][block]])
                + block.start
                for block in blocks(len(self._counted))
            ]
        )
        cells = packed([(places[rows], len(values)) for values, places in keys])
        first, where = told_apart(cells)
        sums = np.zeros(len(first), dtype=np.int64)
        np.add.at(sums, where, self._number[rows])
        codes = self._code[1][rows[first[sums != 0]]]
        return {self._code[0][code] for code in np.unique(codes).tolist()}

    def _is_outside(self, code: int, period: Period | None) -> bool:
        if code in (UNMAPPED, NO_OFFENCE) or period is None:
            return False
        return not self._query.offences.rows[code].holds_in(period)

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
