"""The figure of an indicator that a target is about."""

from fractions import Fraction

from attrs import evolve, frozen

from policing_indicators.assessment.figure import (
    why_no_count,
    why_no_percentage,
    why_no_value,
)
from policing_indicators.assessment.grounds import Grounds
from policing_indicators.assessment.rating import RatedOver, rated
from policing_indicators.calculation.interval import Interval
from policing_indicators.calculation.proportion import Proportion
from policing_indicators.calculation.rate import Rate
from policing_indicators.calculation.rounding import as_written
from policing_indicators.vocabulary.indicator import Indicator, Unit
from policing_indicators.vocabulary.missing import Status
from policing_indicators.vocabulary.observation import Observation
from policing_indicators.vocabulary.population import Population
from policing_indicators.vocabulary.target import Quantity, Target


@frozen(kw_only=True)
class Measured:
    """A figure in a target's unit, without any rounding.

    Attributes:
        value: The figure.
        rate: What it is a rate of, where it is one or is out of a number.
        limits: Its limits then.
        population: What a rate is over, unless the source of the count states that.
    """

    value: Fraction
    rate: Rate | None = None
    limits: Interval | None = None
    population: Population | None = None


def measured(
    target: Target, indicator: Indicator, observation: Observation, grounds: Grounds
) -> Measured | None:
    """Give an observation's figure in a target's unit; none where it has no such."""
    match target.quantity:
        case Quantity.COUNT:
            if why_no_count(observation) is not None:
                return None
            return Measured(value=Fraction(observation.required_count()))
        case Quantity.RATE:
            return _rate(target, indicator, observation, grounds)
        case Quantity.PROPORTION:
            return _percentage(indicator, observation, 1, grounds.confidence)
        case Quantity.PERCENTAGE:
            return _percentage(indicator, observation, 100, grounds.confidence)


def measured_beside(
    target: Target, indicator: Indicator, observation: Observation, grounds: Grounds
) -> Measured | None:
    """Give the figure that another is held against; none of a forecast.

    A forecast decides nothing, on whichever side of a comparison it stands.
    """
    if observation.missing is not None or observation.status is Status.FORECAST:
        return None
    return measured(target, indicator, observation, grounds)


def _rate(
    target: Target, indicator: Indicator, observation: Observation, grounds: Grounds
) -> Measured | None:
    if indicator.unit is Unit.RATE:
        if why_no_value(indicator, observation) is not None:
            return None
        return Measured(value=as_written(observation.value or 0))
    if why_no_count(observation) is not None:
        return None
    per = target.per or indicator.per
    found = rated(evolve(indicator, per=per), observation, grounds)
    if not isinstance(found, RatedOver):
        return None
    return Measured(
        value=found.rate.exact_value or Fraction(),
        rate=found.rate,
        limits=found.rate.interval(confidence=grounds.confidence),
        population=found.population,
    )


def _percentage(
    indicator: Indicator, observation: Observation, of: int, confidence: float
) -> Measured | None:
    if why_no_percentage(indicator, observation) is not None:
        return None
    if observation.denominator is None:
        return Measured(value=as_written(observation.value or 0) * of / 100)
    count, out_of = observation.required_count(), observation.denominator
    limits = Proportion(count, out_of).interval(confidence=confidence)
    return Measured(
        value=of * Fraction(count) / Fraction(out_of),
        rate=Rate(count, out_of, per=of),
        limits=evolve(limits, lower=of * limits.lower, upper=of * limits.upper),
    )
