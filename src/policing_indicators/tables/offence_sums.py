"""A table of offences, summed up by what counts towards the same indicators."""

from collections import defaultdict
from collections.abc import Mapping as Lookup
from typing import NamedTuple

from attrs import frozen

from policing_indicators.registry.mapping import Mapping, Match
from policing_indicators.tables.memory import Memory
from policing_indicators.tables.offence_cells import Offence
from policing_indicators.tables.offence_table import Counts, Place
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
    components: Lookup[str, frozenset[str]]


class Sum(NamedTuple):
    """What the rows of a group of offences count in one place and quarter.

    Attributes:
        offences: How many offences; negative cells are subtracted.
        rows: How many rows.
    """

    offences: int
    rows: int


Sums = dict[Place, dict[OffenceGroup, Sum]]
"""What each group of offences counts, by place and quarter."""


def summed(table: Lookup[Place, Counts], mapping: Mapping) -> Sums:
    """Sum a table up.

    Args:
        table: The table, row by row.
        mapping: Which offences count towards which indicator.
    """
    groups = _Groups(mapping)
    return {
        place: _sums(counts, groups.in_quarter[place.quarter])
        for place, counts in table.items()
    }


def _sums(
    counts: Counts, group_of: Memory[Offence, OffenceGroup]
) -> dict[OffenceGroup, Sum]:
    grouped: defaultdict[OffenceGroup, list[int]] = defaultdict(list)
    for offence, (count, _) in counts.items():
        grouped[group_of[offence]].append(count)
    return {group: Sum(sum(each), len(each)) for group, each in grouped.items()}


class _Groups:
    __slots__ = ("_known", "_mapping", "in_quarter")

    def __init__(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._known: dict[tuple[str, tuple[Match, ...]], OffenceGroup] = {}
        self.in_quarter = Memory(self._memory_of)

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
