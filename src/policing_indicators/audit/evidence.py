"""The figures at hand, indexed as an audit asks for them."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from policing_indicators.calculation.rounding import as_written
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)

_PERCENTAGES = (Unit.PERCENTAGE, Unit.PROPORTION)
_PER_CENT = 100

Cell = tuple[str, str, Period]
"""An indicator, an area and a period."""

_Release = tuple[date | None, str]


def is_percentage(indicator: Indicator | None) -> bool:
    """Say whether an indicator's figure is a percentage, so that it moves in points."""
    return indicator is not None and indicator.unit in _PERCENTAGES


def figure_of(row: Observation, indicator: Indicator | None) -> Fraction | None:
    """Give an observation's figure as documents print it; none where it has none.

    A proportion is printed in per cent.
    """
    if is_percentage(indicator) and row.count is not None:
        if not row.denominator:
            return None
        return row.count * _PER_CENT / as_written(row.denominator)
    return None if row.figure is None else as_written(row.figure)


class Evidence:
    """Observations of any number of tables and vintages, and populations.

    Args:
        observations: The observations.
        populations: What rates are counted over.
    """

    __slots__ = ("_cells", "_missing", "_people", "_places", "_rows", "_series")

    def __init__(
        self, observations: Iterable[Observation], populations: Populations
    ) -> None:
        """Index the observations, the newest vintage of each cell first."""
        self._cells: defaultdict[Cell, list[Observation]] = defaultdict(list)
        self._missing: dict[Cell, Observation] = {}
        for row in observations:
            cell = row.indicator, row.area, row.period
            if row.missing is None:
                self._cells[cell].append(row)
            else:
                self._missing.setdefault(cell, row)
        self._series: defaultdict[tuple[str, str], list[Observation]]
        self._series = defaultdict(list)
        for (indicator, area, _), rows in self._cells.items():
            rows.sort(key=_vintage, reverse=True)
            self._series[indicator, area].append(rows[0])
        self._places = self._sorted(area_first=True)
        self._rows = self._sorted(area_first=False)
        self._people: defaultdict[str, list[Population]] = defaultdict(list)
        for population in populations:
            self._people[population.area].append(population)

    def held(self, indicator: str, area: str, period: Period) -> list[Observation]:
        """Give every vintage's observation of a cell, the newest first."""
        return self._cells.get((indicator, area, period), [])

    def missing(self, indicator: str, area: str, period: Period) -> Observation | None:
        """Give the observation that says why a cell has no figure."""
        return self._missing.get((indicator, area, period))

    def pairs(
        self, claimed: tuple[str, str], later: Period, earlier: Period
    ) -> Iterator[tuple[Observation, Observation]]:
        """Give the later and the earlier observation of each release that has both.

        Args:
            claimed: The indicator and the area.
            later: The later period.
            earlier: The earlier one.
        """
        before = self.held(*claimed, earlier)
        for row in self.held(*claimed, later):
            for other in before:
                if _release(other) == _release(row):
                    yield row, other

    def counts(
        self, claimed: tuple[str, str], later: Period, earlier: Period
    ) -> Iterator[tuple[int, int]]:
        """Give the later and the earlier count of each release that has both."""
        for after, before in self.pairs(claimed, later, earlier):
            if after.count is not None and before.count is not None:
                yield after.count, before.count

    def together(
        self, claimed: Sequence[tuple[str, str]], later: Period, earlier: Period
    ) -> Iterator[list[tuple[Observation, Observation]]]:
        """Give the pairs of several rows, of each release that has them all.

        Args:
            claimed: The indicator and the area of each row.
            later: The later period.
            earlier: The earlier one.
        """
        held: list[dict[_Release, tuple[Observation, Observation]]] = []
        for row in claimed:
            of_row: dict[_Release, tuple[Observation, Observation]] = {}
            for pair in self.pairs(row, later, earlier):
                of_row.setdefault(_release(pair[0]), pair)
            held.append(of_row)
        for release in held[0]:
            if all(release in each for each in held):
                yield [each[release] for each in held]

    def series(self, indicator: str, area: str) -> list[Observation]:
        """Give the newest observation of every period of an indicator in an area."""
        return self._series.get((indicator, area), [])

    def populations(self, area: str, kind: DenominatorKind) -> Iterator[Population]:
        """Give every population of an area that counts what is asked for."""
        return (each for each in self._people.get(area, ()) if each.kind is kind)

    def of_place(
        self, area: str, period: Period, lowest: Fraction, highest: Fraction
    ) -> Iterator[Observation]:
        """Give the newest counts of an area and a period that lie between two ends."""
        for count, indicator in _between(self._places, (area, period), lowest, highest):
            yield self._newest((indicator, area, period), count)

    def of_row(
        self, indicator: str, period: Period, lowest: Fraction, highest: Fraction
    ) -> Iterator[Observation]:
        """Give the newest counts of an indicator and a period between two ends."""
        for count, area in _between(self._rows, (indicator, period), lowest, highest):
            yield self._newest((indicator, area, period), count)

    def areas_with(self, indicator: str, period: Period) -> dict[str, Observation]:
        """Give the newest count of every area that has one."""
        return {
            area: self._newest((indicator, area, period), count)
            for count, area in self._rows.get((indicator, period), ())
        }

    def _newest(self, cell: Cell, count: int) -> Observation:
        return next(row for row in self._cells[cell] if row.count == count)

    def _sorted(
        self, *, area_first: bool
    ) -> dict[tuple[str, Period], list[tuple[int, str]]]:
        found: defaultdict[tuple[str, Period], list[tuple[int, str]]]
        found = defaultdict(list)
        for (indicator, area, period), rows in self._cells.items():
            count = rows[0].count
            if count is not None:
                place, other = (area, indicator) if area_first else (indicator, area)
                found[place, period].append((count, other))
        for counts in found.values():
            counts.sort()
        return found


def _between(
    index: dict[tuple[str, Period], list[tuple[int, str]]],
    key: tuple[str, Period],
    lowest: Fraction,
    highest: Fraction,
) -> list[tuple[int, str]]:
    counts = index.get(key, [])
    first = bisect_left(counts, lowest, key=_count)
    return counts[first : bisect_right(counts, highest, key=_count)]


def _count(entry: tuple[int, str]) -> Fraction:
    return Fraction(entry[0])


def _release(row: Observation) -> _Release:
    """Give the release that a figure is of: one of its tables is as good as another."""
    release, _, _ = row.source.partition(", Table ")
    return row.as_at, release


def _vintage(row: Observation) -> date:
    return row.as_at or date.min
