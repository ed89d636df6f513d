"""What a judgement rests on: the figures, the populations, and how they are read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

from attrs import Attribute, field, frozen

from policing_indicators.assessment.gap import GapReason
from policing_indicators.errors import DuplicateError, UnknownNameError
from policing_indicators.registry.areas import areas
from policing_indicators.tables.observation_table import ObservationTable
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.area_group import AreaGroup
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.missing import MissingReason, Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.period import Period
from policing_indicators.vocabulary.population import Populations
from policing_indicators.vocabulary.time_series import TimeSeries


def _observations(observations: Iterable[Observation]) -> Sequence[Observation]:
    if isinstance(observations, ObservationTable):
        return observations
    return requirement.items(observations)


def _require_observations(
    instance: object, attribute: "Attribute[Any]", value: Sequence[Observation]
) -> None:
    if not isinstance(value, ObservationTable):  # which holds nothing else
        _each_an_observation(instance, attribute, value)


_each_an_observation = requirement.each(requirement.kind(Observation))


def _groups(groups: Iterable[AreaGroup]) -> tuple[AreaGroup, ...]:
    return requirement.items(groups)


@cache
def _force_areas() -> tuple[Area, ...]:
    return tuple(each for each in areas() if each.kind is AreaKind.POLICE_FORCE_AREA)


@frozen(kw_only=True, repr=False)
class Grounds:
    """What the judgement of an area rests on.

    Of each indicator the latest vintage that holds a period is taken, and compared
    within itself.

    Attributes:
        framework: What is measured.
        area: The area that is judged.
        observations: The figures, of this area and of those it is held against. In an
            :class:`~policing_indicators.tables.observation_table.ObservationTable`
            they are found without looking at those of other areas.
        populations: What rates are counted over, where a source states nothing.
        edition: The edition of the populations; the latest where none is named.
        confidence: The confidence of limits, and of what goes with a p-value.
        groups: The groups of areas that the area is held against.
        are_rounded: Whether the figures were rounded to protect people: then no chart
            and no comparison with other areas is made of them.

    Raises:
        InvalidValueError: A field is not what it must be.

    >>> from policing_indicators.registry.areas import areas
    >>> from policing_indicators.registry.frameworks import framework
    >>> from policing_indicators.registry.populations import populations
    >>> year = Period.financial_year(2024)
    >>> grounds = Grounds(
    ...     framework=framework("national-priorities-2021"),
    ...     area=areas().find("Kent"),
    ...     observations=[Observation("homicide", "kent", year, count=9)],
    ...     populations=populations(),
    ... )
    >>> grounds.figure(grounds.framework.indicator("homicide"), year).count
    9
    """

    framework: Framework = field(validator=requirement.kind(Framework))
    area: Area = field(validator=requirement.kind(Area))
    observations: Sequence[Observation] = field(
        converter=_observations, validator=_require_observations
    )
    populations: Populations = field(validator=requirement.kind(Populations))
    edition: str | None = field(
        default=None, validator=requirement.optional(requirement.line)
    )
    confidence: float = field(default=0.95, validator=requirement.probability)
    groups: tuple[AreaGroup, ...] = field(
        default=(),
        converter=_groups,
        validator=requirement.each(requirement.kind(AreaGroup)),
    )
    are_rounded: bool = field(default=False, validator=requirement.kind(bool))
    _rows: dict[tuple[str, str], Sequence[Observation]] = field(
        init=False, eq=False, factory=dict
    )

    def __attrs_post_init__(self) -> None:
        """Index the figures, so that none is looked for twice."""
        if isinstance(self.observations, ObservationTable):
            return  # it has an index
        rows: defaultdict[tuple[str, str], list[Observation]] = defaultdict(list)
        for row in self.observations:
            rows[row.indicator, row.area].append(row)
        self._rows.update(rows)

    def figure(
        self, indicator: Indicator, period: Period, *, area: str | None = None
    ) -> Observation:
        """Give an indicator's figure for a period, of the latest vintage that has it.

        Args:
            indicator: The indicator.
            period: The period.
            area: The id of another area than the one that is judged.

        Returns:
            The figure, or an observation that says why there is none.

        Raises:
            DuplicateError: Two are of one period and vintage.
        """
        where = self.area.id if area is None else area
        rows = self.rows(indicator.id, where)
        held = [row for row in rows if row.period == period]
        reason = MissingReason.NOT_AVAILABLE
        if not indicator.is_defined_for(period):
            held, reason = [], MissingReason.NOT_APPLICABLE
        if not held:
            return Observation(indicator.id, where, period, missing=reason)
        newest = max(row.as_at or date.min for row in held)
        return TimeSeries([row for row in rows if (row.as_at or date.min) == newest])[
            period
        ]

    def beside(
        self, figure: Observation, period: Period, *, area: str | None = None
    ) -> Observation | GapReason:
        """Give the figure of another period, or area, at the vintage of a figure.

        Returns:
            That figure, or why it cannot stand beside this one.
        """
        where = area or figure.area
        indicator = self.framework.indicator(figure.indicator)
        if not indicator.is_defined_for(period):
            reason = MissingReason.NOT_APPLICABLE
            return Observation(indicator.id, where, period, missing=reason)
        held = [row for row in self.rows(indicator.id, where) if row.period == period]
        same = [row for row in held if row.as_at == figure.as_at]
        missing = [row for row in held if row.missing is not None]
        if same or (held and len(missing) == len(held)):
            return (same or missing)[0]
        return GapReason.OTHER_RELEASE if held else GapReason.NOT_HELD

    def areas_with(self, indicator: str) -> int:
        """Count the police force areas of which any figure of an indicator is held."""
        return sum(self._holds(indicator, each.id) for each in _force_areas())

    def among(self, figure: Observation, period: Period) -> tuple[Observation, ...]:
        """Give the figures of every police force area, at the vintage of a figure.

        Args:
            figure: The figure of the area that is judged.
            period: The period that is asked for.

        Returns:
            One observation an area. One that is not held is missing; so is a forecast,
            which nothing is compared with.

        Raises:
            DuplicateError: Two are of one area, period and vintage.
        """
        return tuple(self._one(figure, period, area.id) for area in _force_areas())

    def _one(self, figure: Observation, period: Period, area: str) -> Observation:
        held = [
            row
            for row in self._of_period(figure.indicator, area, period)
            if row.as_at == figure.as_at
        ]
        if len(held) > 1:
            raise DuplicateError(str(held[0]), "the figures of one vintage")
        if held and held[0].status is not Status.FORECAST:
            return held[0]
        return Observation(
            figure.indicator,
            area,
            period,
            missing=MissingReason.NOT_AVAILABLE,
            as_at=figure.as_at,
        )

    def _holds(self, indicator: str, area: str) -> bool:
        if isinstance(self.observations, ObservationTable):
            return self.observations.holds(indicator, area)
        return (indicator, area) in self._rows

    def _of_period(
        self, indicator: str, area: str, period: Period
    ) -> Sequence[Observation]:
        if isinstance(self.observations, ObservationTable):
            return self.observations.rows(indicator, area, period=period)
        return [row for row in self.rows(indicator, area) if row.period == period]

    def rows(self, indicator: str, area: str) -> Sequence[Observation]:
        """Give every figure of an indicator and area, of any vintage."""
        key = indicator, area
        if key not in self._rows and isinstance(self.observations, ObservationTable):
            self._rows[key] = self.observations.rows(*key)
        return self._rows.get(key, ())

    def area_of(self, name: str) -> Area:
        """Give the area of an id.

        Raises:
            UnknownNameError: There is no such area.
        """
        return self.area if name == self.area.id else areas().find(name)

    def group(self, name: str) -> AreaGroup:
        """Give a group of areas by its id.

        Raises:
            UnknownNameError: There is no such group.
        """
        for group in self.groups:
            if group.id == name:
                return group
        raise UnknownNameError("group", name, tuple(group.id for group in self.groups))

    def __repr__(self) -> str:
        """Say what they are of: the figures are too many to write."""
        return f"<Grounds of {self.area.id}, {len(self.observations):,} observations>"
