"""Where the rows of each area, indicator and series stand."""

from collections.abc import Iterator, Sequence
from typing import Self

import numpy as np
from attrs import frozen
from numpy.typing import NDArray

from policing_indicators.tables.columns.coded import (
    Coded,
    Codes,
    narrowed,
    packed,
    recoded,
)
from policing_indicators.tables.columns.columns import Columns
from policing_indicators.vocabulary.period import Period


@frozen(eq=False)
class SeriesIndex:
    """The rows in the order of areas, indicators, vintages, sources and periods.

    Attributes:
        order: The rows, in that order.
        keys: The areas and indicators that there are rows of, each pair as a number.
        starts: Where in the order the rows of each pair start, and the end of the last.
        repeats: The places in the order whose row is of the same figure as the row
            before.
    """

    order: Codes
    keys: NDArray[np.int64]
    starts: Codes
    repeats: Codes
    _areas: dict[str, int]
    _indicators: dict[str, int]
    _periods: dict[Period, list[int]]
    _period_codes: Codes

    @classmethod
    def of(cls, columns: Columns) -> Self:
        """Put rows in order."""
        period = _by_time(columns.period)
        named = (columns.area, columns.indicator, columns.as_at, columns.source, period)
        pairs = [(each.codes, len(each.values)) for each in named]
        keys = packed(pairs)
        by_key = np.argsort(keys, kind="stable")
        keys = keys[by_key]
        repeats = np.flatnonzero(keys[1:] == keys[:-1]) + 1
        order = narrowed(by_key, len(columns))
        del keys, by_key  # they are the largest of all
        places = _places(columns.area.codes[order], columns.indicator, order)
        starts = np.flatnonzero(np.diff(places, prepend=-1))
        return cls(
            order,
            places[starts],
            narrowed(np.append(starts, len(order))),
            narrowed(repeats),
            {area: code for code, area in enumerate(columns.area.values)},
            {name: code for code, name in enumerate(columns.indicator.values)},
            _codes_of(columns.period.values),
            columns.period.codes,
        )

    @property
    def nbytes(self) -> int:
        """How many bytes the index takes."""
        held = (self.order, self.keys, self.starts, self.repeats)
        return sum(each.nbytes for each in held)

    def holds(self, indicator: str, area: str) -> bool:
        """Say whether there are rows of an indicator in an area."""
        return len(self._of_pair(indicator, area)) > 0

    def rows(
        self, indicator: str, area: str, period: Period | None = None
    ) -> list[int]:
        """Give the rows of an indicator in an area, as they stand in the table."""
        rows = sorted(self._of_pair(indicator, area).tolist())
        if period is None:
            return rows
        wanted = self._periods.get(period, [])
        return [row for row in rows if int(self._period_codes[row]) in wanted]

    def rows_of_area(self, area: str) -> list[int]:
        """Give the rows of an area, as they stand in the table."""
        code = self._areas.get(area)
        if code is None:
            return []
        width = len(self._indicators)
        return sorted(self._between(code * width, (code + 1) * width).tolist())

    def repeated(self) -> Iterator[tuple[int, int]]:
        """Give each row that is of the same figure as an earlier one, and the first."""
        first = -1
        last = -1
        for at in self.repeats.tolist():
            if at != last + 1:
                first = int(self.order[at - 1])
            last = at
            yield first, int(self.order[at])

    def _of_pair(self, indicator: str, area: str) -> Codes:
        first = self._areas.get(area)
        second = self._indicators.get(indicator)
        if first is None or second is None:
            return self.order[:0]
        key = first * len(self._indicators) + second
        return self._between(key, key + 1)

    def _between(self, first: int, end: int) -> Codes:
        begin, stop = np.searchsorted(self.keys, (first, end))
        return self.order[self.starts[begin] : self.starts[stop]]


def _places(areas: Codes, indicators: Coded[str], order: Codes) -> NDArray[np.int64]:
    wide = areas.astype(np.int64)
    return wide * len(indicators.values) + indicators.codes[order]


def _by_time(periods: Coded[Period]) -> Coded[Period]:
    """Give one code to periods that are equal, however they are written."""
    return recoded(periods.codes, periods.values)


def _codes_of(periods: Sequence[Period]) -> dict[Period, list[int]]:
    codes: dict[Period, list[int]] = {}
    for code, period in enumerate(periods):
        codes.setdefault(period, []).append(code)
    return codes
