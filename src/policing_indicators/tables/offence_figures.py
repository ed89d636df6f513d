"""Figures of a table of offences, each made only where all that it needs is there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from policing_indicators.registry.mapping import Mapping
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.offence_sums import Sums
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import FINANCIAL_START

Cell = tuple[str, str, Period]
"""An area's id, an indicator's id, and a quarter."""

_NEGATIVE = "Negative: more offences were transferred or cancelled than were recorded."


def _quarters(period: Period) -> tuple[Period, ...]:
    return period.quarters


class OffenceFigures:
    """Makes figures of the sums of a table.

    A quarter's figure is whole where the table has rows of every component that the
    mapping requires in that quarter, and a longer period's where each of its quarters
    is.

    Args:
        sums: The sums, by place and quarter.
        mapping: Which offences count towards which indicator.
    """

    __slots__ = (
        "_components",
        "_counts",
        "_quarters",
        "_required",
        "_whole",
        "periods",
    )

    periods: Memory[str, tuple[Period, ...]]
    """For each indicator the quarters in which any area's figure is whole, then their
    financial years."""

    def __init__(self, sums: Sums, mapping: Mapping) -> None:
        """Add the sums up by area, indicator and quarter."""
        self._counts: defaultdict[Cell, int] = defaultdict(int)
        self._components: defaultdict[Cell, frozenset[str]] = defaultdict(frozenset)
        self._whole: defaultdict[str, set[Period]] = defaultdict(set)
        self._quarters = Memory(_quarters)
        self.periods = Memory(self._periods)

        def required(key: tuple[str, Period]) -> frozenset[str]:
            return mapping.components(*key)

        self._required = Memory(required)
        for cell, count, components in _counted(sums):
            self._counts[cell] += count
            self._components[cell] |= components
        for cell in self._counts:
            if not self._lacking(cell):
                self._whole[cell[1]].add(cell[2])

    def used(self, observations: Iterable[Observation]) -> set[Cell]:
        """Give the areas, indicators and quarters that counts were made of."""
        return {
            (row.area, row.indicator, quarter)
            for row in observations
            if row.count is not None
            for quarter in self._quarters[row.period]
        }

    def observation(
        self,
        area: str,
        indicator: str,
        period: Period,
        *,
        as_at: date | None,
        source: str,
    ) -> Observation:
        """Make the figure of a period, or say what it lacks.

        Args:
            area: The area's id.
            indicator: The indicator's id.
            period: A period of whole quarters.
            as_at: The vintage.
            source: The source, as a citation.
        """
        cells = [(area, indicator, quarter) for quarter in self._quarters[period]]
        lacking = "; ".join(filter(None, map(self._lacking, cells)))
        count = sum(self._counts[cell] for cell in cells if not lacking)
        note = f"Not in the table: {lacking}." if lacking else ""
        return Observation(
            indicator,
            area,
            period,
            count=None if lacking else count,
            missing=MissingReason.NOT_AVAILABLE if lacking else None,
            as_at=as_at,
            source=source,
            note=_NEGATIVE if count < 0 else note,
        )

    def _periods(self, indicator: str) -> tuple[Period, ...]:
        quarters = sorted(self._whole[indicator])
        years = [
            Period.financial_year(quarter.start.year)
            for quarter in quarters
            if quarter.start.month == FINANCIAL_START
        ]
        whole = [year for year in years if {*self._quarters[year]} <= {*quarters}]
        return (*quarters, *whole)

    def _lacking(self, cell: Cell) -> str:
        """Name what the figure of a quarter lacks; nothing if it is whole."""
        _, indicator, quarter = cell
        required = self._required[indicator, quarter]
        present = self._components.get(cell, frozenset())
        absent = sorted(required - present)
        if required and not absent:
            return ""
        some = f" ({', '.join(absent)})" if required & present else ""
        return f"{quarter}{some}"


def _counted(sums: Sums) -> Iterator[tuple[Cell, int, frozenset[str]]]:
    for (holder, quarter), groups in sums.items():
        if holder.area is not None:
            for group, (count, _) in groups.items():
                for indicator, components in group.components.items():
                    yield (holder.area, indicator, quarter), count, components
