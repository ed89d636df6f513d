"""The rate of a count, or why there is none."""

from attrs import frozen

from policing_indicators.assessment.assessment import Gap, IndicatorAssessment
from policing_indicators.calculation.rate import Rate
from policing_indicators.errors import MissingDataError
from policing_indicators.vocabulary.area import Area, AreaKind
from policing_indicators.vocabulary.missing import MissingReason
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.population import (
    DenominatorKind,
    Population,
    Populations,
)

RATES_WITHHELD = frozenset({"city-of-london"})
"""Areas whose rates per head mislead: few people live there and many work there.

Source: ONS, Police force area data tables, year ending December 2024, Table P3, which
withholds them as ``[u1]``.
"""


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
    facts: IndicatorAssessment,
    area: Area,
    populations: Populations,
    edition: str | None,
) -> RatedOver | Gap | None:
    """Work out a count's rate.

    Args:
        facts: The facts so far, with a count.
        area: The area.
        populations: What rates are counted over, where the source states nothing.
        edition: The edition to take them from; the latest where none is named.

    Returns:
        The rate, a gap that says why there is none, or nothing where the indicator has
        no denominator.
    """
    kind, observation = facts.indicator.denominator, facts.observation
    if kind is None:
        return None
    population = None
    if observation.denominator is None:
        population = _population(populations, area, observation, kind, edition)
    size = population.value if population else observation.denominator
    count = observation.required_count()
    gap = _why_no_rate(area, kind, count, size)
    if gap is not None or size is None:
        return gap
    return RatedOver(Rate(count, size, per=facts.indicator.per), population)


def _population(
    populations: Populations,
    area: Area,
    observation: Observation,
    kind: DenominatorKind,
    edition: str | None,
) -> Population | None:
    try:
        return populations.for_period(
            area.id, observation.period, kind=kind, edition=edition
        )
    except MissingDataError:
        return None


def _why_no_rate(
    area: Area, kind: DenominatorKind, count: int, size: float | None
) -> Gap | None:
    if area.id in RATES_WITHHELD:
        reason = "few people live in the area and many work there"
        return Gap("rate", reason, MissingReason.LOW_RELIABILITY)
    if size is None and area.kind is AreaKind.NON_GEOGRAPHIC_FORCE:
        reason = "the force serves no resident population"
        return Gap("rate", reason, MissingReason.NOT_APPLICABLE)
    if size is None:
        return Gap("rate", f"no number of {kind.value} is held for the area and period")
    if count < 0:
        return Gap("rate", "the net count is negative")
    if size < max(count, 1):
        return Gap("rate", f"the number of {kind.value} is zero or below the count")
    return None
