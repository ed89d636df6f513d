"""A table of offences, summed up by what counts towards the same indicators."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from attrs import frozen

from policing_indicators.registry.mapping import Match, OffenceMapping
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.offence_cells import Offence
from policing_indicators.tables.offence_table import Counts, Place
from policing_indicators.vocabulary.area import Areas
from policing_indicators.vocabulary.names import folded
from policing_indicators.vocabulary.period import Period


@frozen(eq=False)
class OffenceGroup:
    """Offences of one subgroup that count towards the same indicators.

    Attributes:
        name: The group and the subgroup.
        itself: The id of the subgroup as an indicator.
        mapped: The ids of the indicators that the mapping gives them to.
        components: What they are of each indicator, by its id. The subgroup itself is
            one of the indicators, mapped or not.
    """

    name: str
    itself: str
    mapped: tuple[str, ...]
    components: Mapping[str, frozenset[str]]


class Sum(NamedTuple):
    """What the rows of a group of offences count in one place and quarter.

    Attributes:
        offences: How many offences; negative cells are subtracted.
        rows: The rows, by what tells them apart.
    """

    offences: int
    rows: frozenset[Offence]


_Division = dict[OffenceGroup, frozenset[Offence]]

Sums = dict[Place, dict[OffenceGroup, Sum]]
"""What each group of offences counts, by place and quarter."""


@frozen
class OffenceContents:
    """The areas and indicators that there are rows of.

    Attributes:
        areas: The areas' ids, in the order of the known forces.
        indicators: The ids of the indicators that rows count towards: those of the
            mapping in its order, then the subgroups that it does not map.
        subgroups: The ids of all subgroups, mapped or not.
    """

    areas: tuple[str, ...]
    indicators: tuple[str, ...]
    subgroups: tuple[str, ...]

    @classmethod
    def of(cls, sums: Sums, forces: Areas, mapping: OffenceMapping) -> Self:
        """Look a table through."""
        areas: set[str] = set()
        groups: set[OffenceGroup] = set()
        for place, sums_of_place in sums.items():
            if place.holder.area is not None:
                areas.add(place.holder.area)
                groups.update(sums_of_place)
        indicators = {name for group in groups for name in group.mapped}
        subgroups = sorted({group.itself for group in groups})
        in_order = dict.fromkeys((*mapping.indicators, *subgroups))
        return cls(
            areas=tuple(force.id for force in forces if force.id in areas),
            indicators=tuple(name for name in in_order if name in indicators),
            subgroups=tuple(subgroups),
        )


def summed(table: Mapping[Place, Counts], mapping: OffenceMapping) -> Sums:
    """Sum a table up.

    Args:
        table: The table, row by row.
        mapping: Which offences count towards which indicator.
    """
    groups = _Groups(mapping)
    return {
        place: {
            group: Sum(sum(counts[each][0] for each in rows), rows)
            for group, rows in groups.divided(counts, place.quarter).items()
        }
        for place, counts in table.items()
    }


class _Groups:
    __slots__ = ("_divided", "_in_quarter", "_known", "_mapping")

    def __init__(self, mapping: OffenceMapping) -> None:
        self._mapping = mapping
        self._known: dict[tuple[str, tuple[Match, ...]], OffenceGroup] = {}
        self._in_quarter = Memory(self._memory_of)
        self._divided: dict[tuple[Period, frozenset[Offence]], _Division] = {}

    def divided(self, offences: Iterable[Offence], quarter: Period) -> _Division:
        """Divide offences into groups; nearly every force has the same in a quarter."""
        key = quarter, frozenset(offences)
        if key not in self._divided:
            rows: defaultdict[OffenceGroup, list[Offence]] = defaultdict(list)
            for offence in offences:
                rows[self._in_quarter[quarter][offence]].append(offence)
            self._divided[key] = {each: frozenset(rows[each]) for each in rows}
        return self._divided[key]

    def _memory_of(self, quarter: Period) -> Memory[Offence, OffenceGroup]:
        return Memory(lambda offence: self._group(offence, quarter))

    def _group(self, offence: Offence, quarter: Period) -> OffenceGroup:
        matches = self._mapping.matches(
            group=offence.group,
            subgroup=offence.subgroup,
            code=offence.code,
            period=quarter,
        )
        itself = self._mapping.subgroup_id(offence.subgroup)
        components = {itself: frozenset({itself})} | {
            match.indicator: match.components for match in matches
        }
        group = OffenceGroup(
            f"{offence.group}: {offence.subgroup}",
            itself,
            tuple(match.indicator for match in matches),
            components,
        )
        return self._known.setdefault((folded(group.name), matches), group)
