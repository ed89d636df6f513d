"""What a table of offences has."""

from typing import Self

from attrs import frozen

from policing_indicators.registry.mapping import Mapping
from policing_indicators.tables.offence_sums import OffenceGroup, Sums
from policing_indicators.vocabulary.area import Areas


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
    def of(cls, sums: Sums, forces: Areas, mapping: Mapping) -> Self:
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
