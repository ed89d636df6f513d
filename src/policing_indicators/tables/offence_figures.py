"""Figures of a table of offences, each made only where all that it needs is there."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from policing_indicators.registry.mapping import OffenceMapping
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.offence_cells import Offence
from policing_indicators.tables.offence_sums import Sum, Sums
from policing_indicators.tables.reading import LeftOut
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.names import folded
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.spelling import FINANCIAL_START

Cell = tuple[str, str, Period]
"""An area's id, an indicator's id, and a quarter or a longer period."""

_Parts = dict[frozenset[Offence], frozenset[str]]
"""Rows that forces have of an indicator, and the components of it that they are."""

_NEGATIVE = "Negative: more offences were transferred or cancelled than were recorded."

_NO_AREA = "reports fraud from the whole country, and is no area"
_OTHER_AREA = "no area that was asked for"
_OTHER_INDICATOR = "counts towards no indicator that was asked for"
_OTHER_PERIOD = "in no period that was asked for"
_NOT_WHOLE = "the table lacks other rows of the figure"
_REASONS = (_NO_AREA, _OTHER_AREA, _OTHER_INDICATOR, _OTHER_PERIOD, _NOT_WHOLE)


@frozen
class Asked:
    """What was asked of a table.

    Attributes:
        areas: The ids of areas.
        indicators: The ids of indicators.
        quarters: The quarters of the periods; ``None`` for all there are.
    """

    areas: tuple[str, ...]
    indicators: tuple[str, ...]
    quarters: frozenset[Period] | None


def _quarters(period: Period) -> tuple[Period, ...]:
    return period.quarters


class OffenceFigures:
    """Makes figures of the sums of a table.

    A quarter's figure is whole where the force has every row that any force has of it,
    and the table a row of every component that the mapping requires; a longer period's
    where each of its quarters is.

    Args:
        sums: The sums, by place and quarter.
        mapping: Which offences count towards which indicator.
    """

    __slots__ = ("_figures", "_quarters", "_sums", "_whole", "periods")

    periods: Memory[str, tuple[Period, ...]]
    """For each indicator the quarters in which any area's figure is whole, then their
    financial years."""

    def __init__(self, sums: Sums, mapping: OffenceMapping) -> None:
        """Add the sums up by area, indicator and quarter."""
        self._sums = sums
        self._figures: dict[Cell, tuple[int, str]] = {}
        self._whole: defaultdict[str, set[Period]] = defaultdict(set)
        self._quarters = Memory(_quarters)
        self.periods = Memory(self._periods)

        found: defaultdict[Cell, list[Sum]] = defaultdict(list)
        parts: defaultdict[tuple[str, Period], _Parts] = defaultdict(dict)
        for cell, components, counted in _counted(sums):
            found[cell].append(counted)
            parts[cell[1:]][counted.rows] = components
        listed = {key: _Listed(parts[key], mapping.components(*key)) for key in parts}
        for cell, each in found.items():
            lacking = listed[cell[1:]].lacking([rows for _, rows in each])
            self._figures[cell] = sum(count for count, _ in each), lacking
            if not lacking:
                self._whole[cell[1]].add(cell[2])

    def left_out(
        self, asked: Asked, observations: Iterable[Observation]
    ) -> tuple[LeftOut, ...]:
        """Count the rows that are in no figure, by what they are of and why.

        Args:
            asked: What was asked of the table.
            observations: The figures that were made of it.
        """
        rows: Counter[tuple[str, str]] = Counter()
        for reason, what, count in self._unused(asked, self._used(observations)):
            rows[reason, what] += count
        in_order = sorted(rows, key=lambda key: _REASONS.index(key[0]))
        return tuple(
            LeftOut(what, reason, rows[reason, what]) for reason, what in in_order
        )

    def observation(
        self,
        cell: Cell,
        *,
        as_at: date | None,
        source: str,
        origin: Origin,
    ) -> Observation:
        """Make the figure of a period, or say what it lacks.

        Args:
            cell: The area's id, the indicator's id and a period of whole quarters.
            as_at: The vintage.
            source: The source, as a citation.
            origin: The table's file.
        """
        area, indicator, period = cell
        quarters = [
            self._figure(area, indicator, quarter) for quarter in self._quarters[period]
        ]
        lacking = "; ".join(lacking for _, lacking in quarters if lacking)
        count = 0 if lacking else sum(count for count, _ in quarters)
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
            origin=origin,
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

    def _figure(self, area: str, indicator: str, quarter: Period) -> tuple[int, str]:
        """Give a quarter's count, and what it lacks; nothing if it is whole."""
        found = self._figures.get((area, indicator, quarter))
        if found is None:
            return 0, str(quarter)
        count, lacking = found
        return count, f"{quarter} ({lacking})" if lacking else ""

    def _used(self, observations: Iterable[Observation]) -> set[Cell]:
        return {
            (row.area, row.indicator, quarter)
            for row in observations
            if row.count is not None
            for quarter in self._quarters[row.period]
        }

    def _unused(
        self, asked: Asked, used: Collection[Cell]
    ) -> Iterator[tuple[str, str, int]]:
        areas, indicators = frozenset(asked.areas), frozenset(asked.indicators)
        for (holder, quarter), groups in self._sums.items():
            for group, (_, rows) in groups.items():
                wanted = indicators.intersection(group.components)
                if holder.area is None:
                    yield _NO_AREA, holder.name, len(rows)
                elif holder.area not in areas:
                    yield _OTHER_AREA, holder.name, len(rows)
                elif not wanted:
                    yield _OTHER_INDICATOR, group.name, len(rows)
                elif asked.quarters is not None and quarter not in asked.quarters:
                    yield _OTHER_PERIOD, str(quarter), len(rows)
                elif not any((holder.area, each, quarter) in used for each in wanted):
                    yield _NOT_WHOLE, f"{group.name}, {quarter}", len(rows)


class _Listed:
    """The rows that any force has of an indicator in a quarter."""

    __slots__ = ("_components", "_required", "_unlisted")

    def __init__(self, parts: _Parts, required: frozenset[str]) -> None:
        self._components = {
            offence: components
            for rows, components in parts.items()
            for offence in rows
        }
        self._required = required
        self._unlisted = required.difference(*parts.values())

    def lacking(self, parts: Sequence[frozenset[Offence]]) -> str:
        """Name what a force's rows lack, whole components and else codes."""
        if sum(map(len, parts)) == len(self._components) and not self._unlisted:
            return ""
        rows = frozenset[Offence]().union(*parts)
        absent = self._required.difference(*(self._components[each] for each in rows))
        codes = {each.code for each in rows}
        names = {
            f"code {each.code}"
            + (f" of {folded(each.subgroup)}" if each.code in codes else "")
            for each, components in self._components.items()
            if each not in rows and not components & absent
        }
        return ", ".join(sorted(absent | names))


def _counted(sums: Sums) -> Iterator[tuple[Cell, frozenset[str], Sum]]:
    for (holder, quarter), groups in sums.items():
        if holder.area is not None:
            for group, counted in groups.items():
                for indicator, components in group.components.items():
                    yield (holder.area, indicator, quarter), components, counted
