"""What is asked of the Home Office's table of offences, and its answer."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Self, TypeVar

from attrs import frozen

from policing_indicators.errors import InvalidValueError, UnknownNameError
from policing_indicators.registry.areas import areas as registered_areas
from policing_indicators.registry.mapping import OffenceMapping
from policing_indicators.registry.mappings import mapping as registered_mapping
from policing_indicators.tables.offence_figures import Asked, OffenceFigures
from policing_indicators.tables.offence_sums import OffenceContents, Sums
from policing_indicators.tables.reading import Reading
from policing_indicators.vocabulary import requirement
from policing_indicators.vocabulary.area import AreaKind, Areas
from policing_indicators.vocabulary.framework import Framework
from policing_indicators.vocabulary.origin import Origin
from policing_indicators.vocabulary.period import Period

_Given = TypeVar("_Given")
_Found = TypeVar("_Found")

_MAPPING = "home-office"
_ALLOWED_FRAMEWORK = "a Framework, as framework() and load_framework() give it"
_FORCES = (AreaKind.POLICE_FORCE_AREA, AreaKind.NON_GEOGRAPHIC_FORCE)


@frozen(kw_only=True)
class OffenceQuestion:
    """What is asked of the table; ``None`` stands for all that there is.

    Attributes:
        areas: The ids of forces.
        indicators: The ids of indicators.
        periods: The periods.
        mapping: Which offences count towards which indicator.
        forces: The forces that the table may name.
    """

    areas: tuple[str, ...] | None
    indicators: tuple[str, ...] | None
    periods: tuple[Period, ...] | None
    mapping: OffenceMapping
    forces: Areas

    @classmethod
    def of(
        cls,
        areas: Iterable[str] | None,
        indicators: Iterable[str] | None,
        periods: Iterable[Period] | None,
        mapping: OffenceMapping | None,
        *,
        framework: Framework | None = None,
    ) -> Self:
        """Find what was asked for by its names.

        Raises:
            UnknownNameError: A force or indicator is not known.
            InvalidValueError: A period is not of whole quarters, or the framework is
                none.
        """
        if not (framework is None or type(framework) is Framework):
            raise InvalidValueError("framework", framework, _ALLOWED_FRAMEWORK)
        offences = registered_mapping(_MAPPING) if mapping is None else mapping
        if indicators is None and framework is not None:
            ids = [each.id for each in framework.indicators]
            indicators = [name for name in ids if name in offences.indicators]
        forces = Areas([area for area in registered_areas() if area.kind in _FORCES])
        return cls(
            areas=_each(areas, lambda name: forces.find(name).id),
            indicators=_each(
                indicators, lambda name: _indicator(name, offences, framework)
            ),
            periods=_each(periods, _of_quarters),
            mapping=offences,
            forces=forces,
        )

    def hold_to_subgroups(self, there: OffenceContents, where: str) -> None:
        """Hold the subgroups that were asked for to those of the table.

        Raises:
            UnknownNameError: One is not there.
        """
        for name in self.indicators or ():
            if _is_subgroup(name, self.mapping) and name not in there.subgroups:
                raise UnknownNameError(f"subgroup in {where}", name, there.subgroups)

    def answer(
        self,
        sums: Sums,
        there: OffenceContents,
        where: str,
        *,
        as_at: date | None,
        source: str,
    ) -> Reading:
        """Make the figures that were asked for.

        Args:
            sums: The sums of the table.
            there: What it holds.
            where: The file.
            as_at: The vintage, for every observation.
            source: The table as a citation, for every observation.
        """
        asked = Asked(
            there.areas if self.areas is None else self.areas,
            there.indicators if self.indicators is None else self.indicators,
            _quarters_of(self.periods),
        )
        figures = OffenceFigures(sums, self.mapping)
        observations = [
            figures.observation(
                (area, indicator, period),
                as_at=as_at,
                source=source,
                origin=Origin(where),
            )
            for area in asked.areas
            for indicator in asked.indicators
            for period in (
                figures.periods[indicator] if self.periods is None else self.periods
            )
        ]
        return Reading(observations, figures.left_out(asked, observations))


def _each(
    given: Iterable[_Given] | None, found: Callable[[_Given], _Found]
) -> tuple[_Found, ...] | None:
    if given is None:
        return None
    return tuple(dict.fromkeys(map(found, requirement.items(given))))


def _indicator(name: str, mapping: OffenceMapping, framework: Framework | None) -> str:
    if not requirement.is_text(name):
        raise InvalidValueError("an indicator asked for", name, "its id, as text")
    if framework is not None and not _is_subgroup(name, mapping):
        name = framework.indicator(name).id
    known = mapping.indicators
    if name not in known and not _is_subgroup(name, mapping):
        raise UnknownNameError(f"indicator of the mapping {mapping.id}", name, known)
    return name


def _is_subgroup(indicator: str, mapping: OffenceMapping) -> bool:
    return indicator.startswith(f"{mapping.id}/")


def _of_quarters(period: Period) -> Period:
    if type(period) is not Period:
        allowed = "a Period, such as Period.financial_year(2024)"
        raise InvalidValueError("a period asked for", period, allowed)
    _ = period.quarters  # refuses a period that is not made of whole quarters
    return period


def _quarters_of(periods: tuple[Period, ...] | None) -> frozenset[Period] | None:
    if periods is None:
        return None
    return frozenset(quarter for period in periods for quarter in period.quarters)
