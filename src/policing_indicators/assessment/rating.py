"""The rate of a count, or why there is none."""

from attrs import frozen

from policing_indicators.assessment.gap import Gap, GapFigure, GapReason
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.calculation.area_rates import RATES_WITHHELD
from policing_indicators.calculation.rate import Rate
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.indicator import Indicator
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
)


@frozen
class RatedOver:
    """A rate, and the population it is over where the source states none.

    Attributes:
        rate: The rate.
        population: The population; none where the source of the count states one.
    """

    rate: Rate
    population: Population | None


def rated(
    indicator: Indicator, observation: Observation, grounds: Grounds
) -> RatedOver | Gap | None:
    """Work out a count's rate.

    Args:
        indicator: The indicator.
        observation: Its figure, with a count.
        grounds: What rates are counted over, where the source states nothing.

    Returns:
        The rate, a gap that says why there is none, or nothing where the indicator has
        no denominator.
    """
    kind = indicator.denominator
    if kind is None:
        return None
    population = None
    if observation.denominator is None:
        population = _population(observation, kind, grounds)
    size = population.value if population else observation.denominator
    count = observation.required_count()
    gap = _why_no_rate(grounds.area_of(observation.area), count, size)
    if gap is not None or size is None:
        return gap
    return RatedOver(Rate(count, size, per=indicator.per), population)


def _population(
    observation: Observation, kind: DenominatorKind, grounds: Grounds
) -> Population | None:
    try:
        return grounds.populations.for_period(
            observation.area, observation.period, kind=kind, edition=grounds.edition
        )
    except MissingDataError:
        return None


def _why_no_rate(area: Area, count: int, size: float | None) -> Gap | None:
    missing = None
    if area.id in RATES_WITHHELD:
        reason, missing = GapReason.FEW_RESIDENTS, MissingReason.LOW_RELIABILITY
    elif size is None and area.kind is AreaKind.NON_GEOGRAPHIC_FORCE:
        reason, missing = GapReason.NO_RESIDENTS, MissingReason.NOT_APPLICABLE
    elif size is None:
        reason = GapReason.NO_POPULATION
    elif count < 0:
        reason = GapReason.NEGATIVE_COUNT
    elif size < max(count, 1):
        reason = GapReason.SMALL_POPULATION
    else:
        return None
    return Gap(GapFigure.RATE, reason, missing=missing)
